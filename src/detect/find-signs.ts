import type { DetectionRule, FoundAnswers } from '../criteria/detection.ts'
import type { Pack } from '../criteria/pack.ts'
import type { Dependency } from './dependencies.ts'
import { type Evidence, MOST_PLACES, type Sign } from './finding.ts'
import { shareOf } from './languages.ts'
import { isIn } from './own-files.ts'
import { likeness, pathsLike } from './path-pattern.ts'
import { readStructure, valuesAt } from './structure.ts'

/** A part of a repository: what rules are held against. */
export interface Part {
  /** The files that any rule asks for. */
  readonly files: readonly string[]
  readonly sources: readonly string[]
  readonly dependencies: readonly Dependency[]
  /** The texts that were read, by path. */
  readonly texts: ReadonlyMap<string, string>
  /** Folders that are parts of their own. */
  readonly folders: readonly string[]
}

/**
 * Everything that the rules of a pack tell of a part. Rules that ask for other answers, or for their absence, are held
 * against it last.
 */
export function findSigns(pack: Pack, part: Part): readonly Sign[] {
  const [first, last] = [pack.detection.filter(isAlone), pack.detection.filter((rule) => !isAlone(rule))]
  const signs = first.flatMap((rule) => signOf(pack, rule, part))
  for (const rule of last) if (fits(rule, signs)) signs.push(...signOf(pack, rule, part))
  return signs
}

const isAlone = (rule: DetectionRule): boolean => rule.with === undefined && rule.unless === undefined

function fits({ with: wanted, unless: unwanted = {} }: DetectionRule, signs: readonly Sign[]): boolean {
  const isFound = (answers: FoundAnswers): boolean =>
    signs.some(({ fact, answer }) => {
      const given = typeof answer === 'object' ? answer : [answer]
      return Object.hasOwn(answers, fact.id) && given.some((one) => answers[fact.id]?.includes(one))
    })
  return (wanted === undefined || isFound(wanted)) && !isFound(unwanted)
}

function signOf(pack: Pack, rule: DetectionRule, part: Part): readonly Sign[] {
  const fact = pack.facts.find(({ id }) => id === rule.fact)
  const isUnwanted = anyLike(rule.without)
  if (fact === undefined || part.dependencies.some(({ id }) => isUnwanted(id))) return []
  return evidenceFor(rule, part).map(({ evidence, number }) => ({
    fact,
    answer: rule.answer ?? number ?? 0,
    evidence: evidence.slice(0, MOST_PLACES),
    isOfRepository: rule.language !== undefined,
    wholeProject: rule.wholeProject || rule.language !== undefined,
  }))
}

interface Grounds {
  readonly evidence: readonly Evidence[]
  readonly number?: number
}

/** What bears a rule out; several where each is an answer of its own. */
function evidenceFor(rule: DetectionRule, part: Part): readonly Grounds[] {
  if (rule.language !== undefined) return fromLanguage(rule.language, rule.services ?? 0, part)
  if (rule.dependencies !== undefined) {
    const isWanted = anyLike(rule.dependencies)
    const found = part.dependencies.filter(({ id }) => isWanted(id))
    return grounds(found.map(({ file, line, name }) => ({ file, line, says: `requires ${name}` })))
  }
  const files = pathsLike(rule.files ?? [], part.files)
  if (rule.numbers !== undefined) return fromNumbers(rule, files, part)
  if (rule.lines !== undefined)
    return grounds(
      linesLike(rule, files, part).map(({ file, line, text }) => ({ file, line, says: `says ${text}` })),
    )
  if (rule.key !== undefined) return fromKey(rule, rule.key, files, part)
  return grounds(files.map((file) => ({ file, line: null, says: 'is there' })))
}

const grounds = (evidence: readonly Evidence[]): readonly Grounds[] =>
  evidence.length === 0 ? [] : [{ evidence }]

/** Whether a text is like one of the patterns. */
const anyLike = (patterns: readonly string[] = []): ((text: string) => boolean) => {
  const likenesses = patterns.map(likeness)
  return (text) => likenesses.some((isLike) => isLike(text))
}

function fromLanguage(
  language: readonly string[],
  services: number,
  { sources, folders }: Part,
): readonly Grounds[] {
  if (services === 0) {
    const share = shareOf(language, sources)
    if (share === null) return []
    const says = `${share.files} of ${share.all} source files are .${language.join(' or .')}`
    return grounds([{ file: null, line: null, says }])
  }
  const written = folders.filter((folder) => {
    const inside = sources.filter((path) => isIn(folder, path))
    const own = shareOf(language, inside)
    return own !== null && own.files * 2 > own.all
  })
  if (written.length < services) return []
  return grounds(
    written.map((file) => ({ file, line: null, says: `is written in .${language.join(' or .')}` })),
  )
}

interface TextLine {
  readonly file: string
  readonly line: number
  readonly text: string
}

function linesLike(
  { lines, except }: DetectionRule,
  files: readonly string[],
  { texts }: Part,
): readonly TextLine[] {
  const [isWanted, isUnwanted] = [anyLike(lines), anyLike(except)]
  return files.flatMap((file) =>
    (texts.get(file) ?? '').split(/\r?\n/).flatMap((written, index) => {
      const text = written.trim()
      return isWanted(text) && !isUnwanted(text) && !/^(?:#|\/\/)/.test(text)
        ? [{ file, line: index + 1, text }]
        : []
    }),
  )
}

/** Several lines that say different numbers are several answers. */
function fromNumbers(rule: DetectionRule, files: readonly string[], part: Part): readonly Grounds[] {
  return linesLike(rule, files, part).flatMap(({ file, line, text }) => {
    const words = text.split(/[\s"',=[\]]+/)
    const numbers = words.flatMap((word, index) => {
      const next = words[index + 1] ?? ''
      return rule.numbers?.includes(word) && /^\d{1,6}$/.test(next) ? [Number(next)] : []
    })
    const number = numbers.reduce((product, one) => product * one, 1)
    return numbers.length === 0 ? [] : [{ evidence: [{ file, line, says: `says ${text}` }], number }]
  })
}

function fromKey(
  rule: DetectionRule,
  key: string,
  files: readonly string[],
  { texts }: Part,
): readonly Grounds[] {
  return files.flatMap((file) => {
    const text = texts.get(file)
    const found = text === undefined ? [] : valuesAt(readStructure(file, text), key)
    const fitting = found.filter(({ value, below }) =>
      rule.is === undefined ? isSaid(value) || below !== null : value === rule.is,
    )
    const kinds = new Set(fitting.flatMap(({ value }) => kindOf(value)))
    const [first] = fitting
    if (first === undefined || (rule.atLeast !== undefined && kinds.size < rule.atLeast)) return []
    const name = key.split('.').findLast((step) => step !== '*') ?? key
    const says = kinds.size === 0 ? `says ${name}` : `says ${name}: ${valueWords([...kinds])}`
    return grounds([{ file, line: first.line, says }])
  })
}

const MOST_VALUES = 3

const valueWords = (values: readonly string[]): string =>
  values.length <= MOST_VALUES ? values.join(', ') : `${values.slice(0, MOST_VALUES).join(', ')} …`

const isSaid = (value: unknown): boolean => value !== null && value !== false && value !== ''

/** `ubuntu-22.04` and `ubuntu-latest` are of one kind; what is put in later is of none that is known. */
function kindOf(value: unknown): readonly string[] {
  if (typeof value === 'boolean' || typeof value === 'number') return [String(value)]
  const isText = typeof value === 'string' && !value.includes('${')
  return isText ? [value.replace(/-(?:latest|\d[\d.]*)$/, '')] : []
}
