import { readAnyFrontMatter } from './any-front-matter.ts'
import { inlineText } from '../record/inline-text.ts'
import { type RecordSection, nameOfSection, sectionsOf } from './markdown-lines.ts'

/**
 * The options that a record decides for, whoever wrote it. Prose is not understood: an option counts where the sentence
 * in which MADR states the decision names it, or where the title or the first sentence of the decision names it and no
 * other, without a word that could turn the meaning round.
 *
 * @param text Markdown with line feeds
 * @param options the names of the options that were compared
 * @returns none where the record says that it chooses none; null where it cannot be told
 */
export function optionsNamed(text: string, options: readonly string[]): readonly string[] | null {
  const front = readAnyFrontMatter(text)
  const sections = sectionsOf(front.body)
  const field = front.fields.get('title')
  const title = sections.find(({ level }) => level === 1)?.heading ?? (typeof field === 'string' ? field : '')
  const decision = paragraphsOf(sections.find(isDecision))
  if (decision.some((line) => line.startsWith('No option is chosen, because '))) return []
  const stated = decision.map(statedIn).find((option) => option !== null)
  if (stated !== undefined) {
    const names = namesIn(stated, options, 'giu')
    return names.length === 1 ? names : null
  }
  const [first = ''] = decision
  const headline = claimedIn(inlineText(title), options)
  const sentence = claimedIn(first.split(/(?<=[.!?])\s/u)[0] ?? '', options)
  if (sentence !== null) return headline === null || headline === sentence ? [sentence] : null
  const isAlone = namesIn(first, options, 'gu').every((name) => name === headline)
  return headline !== null && isAlone ? [headline] : null
}

const isDecision = (section: RecordSection): boolean =>
  section.level > 1 && /^decision(?: outcome)?$/.test(nameOfSection(section))

/** As a reader sees them, each on one line. */
const paragraphsOf = (section: RecordSection | undefined): readonly string[] =>
  (section?.lines.join('\n') ?? '')
    .split(/\n(?:[ \t]*\n)+/)
    .map(inlineText)
    .filter((paragraph) => paragraph !== '')

/** `Chosen option: "Go", because …`, with any quotes or none. */
function statedIn(paragraph: string): string | null {
  const rest = /^\W*(?:chosen|selected) option\s*:\s*(.+)$/iu.exec(paragraph)?.[1]
  if (rest === undefined) return null
  const quoted = /^(?:"([^"]+)"|“([^”]+)”|'([^']+)')/u.exec(rest)?.slice(1).find(Boolean)
  return quoted ?? rest.split(/,|\bbecause\b/u)[0] ?? rest
}

/** What could make a sentence that names an option speak of another one, or ask. */
const turning =
  /\?$|n['’]t\b|\b(?:not?|never|neither|nor|without|against|avoid|stop|drop|leave|away|from|instead|rather|over|than|replac\w*|reject\w*|remov\w*|migrat\w*|except|unless|between|versus|vs)\b/iu

/** The one option that a sentence speaks for. */
function claimedIn(sentence: string, options: readonly string[]): string | null {
  const names = namesIn(sentence, options, 'gu')
  return names.length === 1 && !turning.test(sentence) ? (names[0] ?? null) : null
}

/** Whole names, the longer ones first, so that `C++` is not taken for `C`. */
function namesIn(text: string, options: readonly string[], flags: string): readonly string[] {
  let rest = text
  const found = new Set<string>()
  for (const name of options.toSorted((a, b) => b.length - a.length)) {
    const quoted = name.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
    const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])${quoted}(?![\p{L}\p{N}+#])`, flags)
    const without = rest.replace(pattern, ' ')
    if (without !== rest) found.add(name)
    rest = without
  }
  return options.filter((name) => found.has(name))
}
