import type { Pack } from '../criteria/pack.ts'
import type { Fact } from '../profile/fact.ts'
import { listOf } from '../record/words.ts'
import { type LintFinding, findingAt } from './lint-finding.ts'
import { findLongTexts } from './long-texts.ts'

/** Where its condition is not known, a record can only say that it may apply. */
export function findBareWatchPoints({ watch }: Pack): readonly LintFinding[] {
  return watch
    .filter((point) => point.when !== undefined && point.if === undefined)
    .map(({ id }) =>
      findingAt(
        'watch-without-if',
        ['watch', id],
        `\`${id}\` has a condition and does not say it in words`,
        'say it as `if`',
      ),
    )
}

/** A record is one page, and this text takes too much of it. */
export const findLong = (pack: Pack): readonly LintFinding[] =>
  findLongTexts(pack).map(({ text, words, most }) => ({
    rule: 'long-text',
    at: text,
    path: text.split('.'),
    message: `\`${text}\` has a sentence of ${words} words, and at most ${most} fit a record`,
    help: 'make it shorter, or two',
  }))

/** A clause stands within a sentence of the record. */
export function findStops(pack: Pack): readonly LintFinding[] {
  return clausesOf(pack)
    .filter(({ text }) => /[.!?]\s+\p{Lu}/u.test(text))
    .map(({ path }) => ({
      rule: 'stop-in-clause',
      at: path.join('.'),
      path,
      message: `\`${path.join('.')}\` has a full stop inside, and stands within a sentence`,
      help: 'make it one clause',
    }))
}

interface ClauseText {
  readonly path: readonly string[]
  readonly text: string
}

function clausesOf({ criteria, differences, watch, facts }: Pack): readonly ClauseText[] {
  return [
    ...facts.flatMap((fact) =>
      ifClauses(fact).map(([key, text]) => ({ path: ['facts', fact.id, ...key.split('.')], text })),
    ),
    ...criteria.flatMap(({ id, gain, loss }) => [
      { path: ['criteria', id, 'gain'], text: gain.text },
      { path: ['criteria', id, 'loss'], text: loss.text },
    ]),
    ...differences.flatMap(({ id, sides }) =>
      sides.map(({ option, text }) => ({ path: ['differences', id, 'options', option], text })),
    ),
    ...watch.map(({ id, if: text = '' }) => ({ path: ['watch', id, 'if'], text })),
  ]
}

function ifClauses(fact: Fact): readonly (readonly [key: string, text: string])[] {
  switch (fact.type) {
    case 'boolean':
      return [
        ['yes.if', fact.yes.if],
        ['no.if', fact.no.if],
      ]
    case 'set-of':
      return [
        ['if-added', fact.ifAdded],
        ['if-removed', fact.ifRemoved],
      ]
    default:
      return [['if', fact.if]]
  }
}

/** Who can answer it without knowing the options is not asked about them. */
export function findNamedOptions({ facts, options }: Pack): readonly LintFinding[] {
  return facts.flatMap((fact) => {
    const text = textsOf(fact).join('\n')
    const named = options.filter(({ name }) => hasWord(text, name))
    if (named.length === 0) return []
    return [
      findingAt(
        'option-named',
        ['facts', fact.id],
        `the question \`${fact.id}\` names what is to be chosen: ${listOf(named.map(({ name }) => name))}`,
        'ask for what is so, whichever option wins, or say why it has to be named',
      ),
    ]
  })
}

const hasWord = (text: string, word: string): boolean =>
  new RegExp(
    `(?<![\\p{L}\\p{N}-])${word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}(?![\\p{L}\\p{N}-])`,
    'u',
  ).test(text)

function textsOf(fact: Fact): readonly string[] {
  const own = [fact.question, fact.help ?? '']
  const values = 'values' in fact ? fact.values.flatMap(({ label, means = '' }) => [label, means]) : []
  return fact.type === 'boolean' ? [...own, fact.yes.says, fact.no.says] : [...own, fact.says, ...values]
}
