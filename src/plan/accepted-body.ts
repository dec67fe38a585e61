import { frontMatterLines } from '../record/front-matter.ts'
import { markdownLines } from '../record-file/markdown-lines.ts'
import { statusPlaces } from '../record-file/record-status.ts'
import { withLineFeeds } from '../record-file/text-style.ts'
import { type Statement, statementsOf } from './statements.ts'

/** The first line of an accepted record that is not as it was accepted. */
export interface EditedLine {
  /** In the file, counted from 1; the one after the last where lines are missing at its end. */
  readonly line: number
  /** As it was accepted; empty where it was added. */
  readonly accepted: string
  /** As it is in the file; empty where it was removed. */
  readonly found: string
}

/**
 * Whether somebody has edited a record since it was accepted. What may change then does not count: its status, with all
 * that stands in a Status section, links back to a record that takes its place, and layout. Neither do line ends and a byte
 * order mark.
 *
 * @param accepted the record as it was accepted
 * @param file the record as it is now
 * @returns the first line that differs; null where none does
 */
export function findEditedLine(accepted: string, file: string): EditedLine | null {
  const [then, here] = [fixedLines(accepted), fixedLines(file)]
  const [first, second] = firstDifference(then, here)
  const before = then.filter(({ number }) => number >= first)
  const now = here.filter(({ number }) => number >= second)
  const index = before.findIndex(({ text }, at) => now[at]?.text !== text)
  const at = index === -1 ? before.length : index
  const [old, found] = [before[at], now[at]]
  if (old === undefined && found === undefined) return null
  // Whether a line was added, removed or rewritten shows in what follows.
  const isAdded = old !== undefined && now[at + 1]?.text === old.text
  const isRemoved = found !== undefined && before[at + 1]?.text === found.text
  return {
    line: found?.number ?? withLineFeeds(file).trimEnd().split('\n').length + 1,
    accepted: isAdded ? '' : (old?.text ?? ''),
    found: isRemoved ? '' : (found?.text ?? ''),
  }
}

/** The lines of the first statements that do not say the same; beyond the last where there are none. */
function firstDifference(then: readonly FixedLine[], here: readonly FixedLine[]): readonly [number, number] {
  const [before, now] = [statementsAmong(then), statementsAmong(here)]
  const index = before.findIndex(({ says }, at) => says !== now[at]?.says)
  const at = index === -1 ? before.length : index
  return [before[at]?.line ?? Infinity, now[at]?.line ?? Infinity]
}

/** What the lines say. Those that are left out are blank, so that the others keep their numbers. */
function statementsAmong(lines: readonly FixedLine[]): readonly Statement[] {
  const text = Array.from({ length: lines.at(-1)?.number ?? 0 }, () => '')
  for (const { text: line, number } of lines) text[number - 1] = line
  return statementsOf(text.join('\n')).statements
}

export interface FixedLine {
  readonly text: string
  /** Counted from 1. */
  readonly number: number
}

/** The lines that nobody may change once a record is accepted. */
export function fixedLines(whole: string): readonly FixedLine[] {
  const lines = markdownLines(withLineFeeds(whole))
  const free = freeLines(lines.map(({ text }) => text))
  return lines
    .map(({ text, isText }, index) => ({ text, number: index + 1, isLink: isText && isBackLink(text) }))
    .filter(({ text, isLink }, index) => text.trim() !== '' && !isLink && !free.has(index))
}

/** The lines of the status, and of lists of links that hold nothing but links back. */
function freeLines(lines: readonly string[]): ReadonlySet<number> {
  const free = new Set<number>()
  const section = (heading: number): readonly number[] => blockAfter(lines, heading, /^#{1,6}[ \t]/)
  for (const { heading, line } of statusPlaces(lines))
    for (const one of heading === undefined ? [line] : section(heading)) free.add(one)
  const links = lines.findIndex((line) => /^## Links[ \t]*$/i.test(line))
  const isBack = (line: number): boolean => (lines[line] ?? '').trim() === '' || isBackLink(lines[line] ?? '')
  if (links !== -1 && section(links).every(isBack)) free.add(links)
  // Rust adrs keeps links in its front matter, as `- target: 3` with `kind: supersededby`.
  const front = frontMatterLines(lines)
  for (const [index, line] of lines.entries())
    if (isIdMark(line, front !== null && index > front.open && index < front.close)) free.add(index)
  const field = lines.findIndex(
    (line, index) => index > (front?.open ?? 0) && /^(?:links[ \t]*:|---)/.test(line),
  )
  if (front !== null && lines[field]?.startsWith('links'))
    for (const one of [field, ...blockAfter(lines, field, /^(?:[\w"']|---)/)]) free.add(one)
  return free
}

/** Other tools write ids of their own over ours, which comes back as a comment. */
const isIdMark = (line: string, isFront: boolean): boolean =>
  isFront ? /^id[ \t]*:/.test(line) : /^<!-- id: \S+ -->$/.test(line)

/** The numbers of the lines after one, up to the next that ends their block. */
function blockAfter(lines: readonly string[], start: number, end: RegExp): readonly number[] {
  const below = lines.slice(start + 1)
  const length = below.findIndex((line) => end.test(line))
  return below.slice(0, length === -1 ? below.length : length).map((_, index) => start + 1 + index)
}

/** `superseded-by: x` in front matter, `* Superseded by [2. Use that](0002-use-that.md)` and the like below it. */
const isBackLink = (line: string): boolean =>
  /^super[sc]eded[-_]by[ \t]*:/i.test(line) ||
  /^[ \t]*(?:[*+-][ \t]+)?(?:super[sc]eded|amended|replaced|extended|clarified)[ -]by\b[^\]]*\[[^\]]*\]\([^)]*\)[.]?[ \t]*$/i.test(
    line,
  )
