import type { DiagnosticCode, DiagnosticOf } from '../diagnostics/diagnostic.ts'
import type { ArgumentsByCode } from '../diagnostics/diagnostic-arguments.ts'
import type { DiagnosticMessage } from './diagnostic-words.ts'
import * as words from './diagnostic-words.ts'
import { describeReplaced } from './replaced-words.ts'

const { say, quoteName, suggest } = words

/** The words for a diagnostic: what was found, then what was expected, and one line of help at most. */
export function describeDiagnostic<Code extends DiagnosticCode>(
  diagnostic: DiagnosticOf<Code>,
): DiagnosticMessage {
  return messages[diagnostic.code](diagnostic.arguments)
}

const messages: {
  readonly [Code in DiagnosticCode]: (details: ArgumentsByCode[Code]) => DiagnosticMessage
} = {
  'file-missing': () => say('no such file'),
  'is-a-directory': () => say('found a directory, expected a file'),
  'not-readable': ({ what, reason }) => say(`cannot read the ${what}: ${words.quoteReason(reason)}`),
  'wrong-record': () => say('this is no record of ours: it shows no id'),
  'not-writable': ({ reason }) => say(`cannot write the file: ${words.quoteReason(reason)}`),
  'profile-missing': (found) =>
    say(
      'found no `adr-profile.yaml`, here or above, up to the root of the repository',
      words.adviseProfile(found),
    ),
  'outside-repository': ({ path }) =>
    say(`${quoteName(path)} is outside the repository`, 'expected a path inside it'),
  'inside-git': ({ path }) =>
    say(`${quoteName(path)} leads into \`.git\``, "expected a path that is not git's own"),
  'several-folders': ({ folders }) =>
    say(
      `found records in ${words.listNames(folders, 'and')}`,
      'name one of them as `record.directory` in the profile, or as `--directory`',
    ),
  'special-file': ({ kind }) => say(`found a ${kind}, expected a file`),
  'wrong-template': ({ reason }) => say(`wrong template: ${words.quoteReason(reason)}`),
  'wrong-date': ({ found }) => say(`wrong date ${quoteName(found)}, expected a day as \`YYYY-MM-DD\``),
  'wrong-assignment': ({ found }) =>
    say(`found no \`=\` in ${quoteName(found)}`, 'expected `fact=value` or `component.fact=value`'),
  'file-too-large': ({ bytes, limit }) =>
    say(`the file has ${words.formatCount(bytes)} bytes, expected ${words.formatCount(limit)} at most`),
  'wrong-encoding': ({ encoding }) => say(`found ${encoding}, expected UTF-8`, 'save the file as UTF-8'),
  'invalid-utf-8': ({ byte }) =>
    say(`byte ${words.formatByte(byte)} is not valid UTF-8`, 'save the file as UTF-8'),
  'nul-byte': () => say('found a NUL byte, expected text'),
  'control-character': ({ codePoint }) =>
    say(
      `control character ${words.formatCodePoint(codePoint)} in a text`,
      'remove it, it changes what people see',
    ),
  'empty-document': () => say('the file has no content'),
  'second-document': () => say('found a second document, expected one', 'write one document a file'),
  'yaml-syntax': ({ problem, unquoted }) =>
    say(`cannot read the YAML: ${problem}`, unquoted ? words.adviseQuotes(unquoted) : null),
  'tab-indentation': () => say('found a tab, expected spaces', 'YAML is indented with spaces'),
  'duplicate-key': ({ key }) => say(`duplicate key ${quoteName(key)}`, 'each key stands once in its map'),
  'unknown-tag': ({ tag }) => say(`unknown tag ${quoteName(tag)}`, 'write the value without a tag'),
  'merge-key': () => say('merge keys are not supported', 'write out the keys that `<<` stands for'),
  'unknown-anchor': ({ anchor }) =>
    say(`unknown anchor ${quoteName(anchor)}`, 'an anchor stands before its aliases'),
  'too-deep': ({ limit }) => say(`nested too deeply, expected ${limit} levels at most`),
  'too-many-aliases': ({ limit }) =>
    say(`aliases stand for too much, expected ${words.formatCount(limit)} values at most`),
  'unknown-key': ({ key, nearest, allowed, below, instead }) =>
    say(
      `unknown key ${quoteName(key)}`,
      instead !== undefined
        ? `write ${words.quoteForm(instead)}`
        : below === undefined
          ? suggest(nearest, allowed)
          : `indent it below \`${below}:\``,
    ),
  'missing-key': ({ key, or = [] }) => say(`missing key ${words.listNames([key, ...or])}`),
  'wrong-type': ({ expected, found, written, instead }) =>
    say(
      `found ${words.nameFound(found, written)}, expected ${words.kindNames[expected]}`,
      instead === undefined
        ? words.adviseType(expected, found, written)
        : `write it as ${words.quoteForm(instead)}`,
    ),
  'unknown-value': ({ value, nearest, allowed }) =>
    say(`unknown value ${quoteName(value)}`, suggest(nearest, allowed)),
  'empty-text': () => say('found an empty text, expected words'),
  'text-too-long': ({ limit }) =>
    say(`the text is too long, expected ${words.formatCount(limit)} characters at most`),
  'number-out-of-range': ({ found, minimum, maximum }) =>
    say(`\`${found}\` is out of range, expected ${words.describeRange(minimum, maximum)}`),
  'too-few-items': ({ minimum }) => say(`too few entries, expected at least ${minimum}`),
  'too-many-items': ({ maximum }) => say(`too many entries, expected ${maximum} at most`),
  'too-many-options': ({ maximum }) =>
    say(`too many options, expected ${maximum} at most`, 'divide the pack in two'),
  'duplicate-item': ({ item }) => say(`${quoteName(item)} is listed twice`),
  'wrong-format': ({ expected, found }) => words.formatMessages[expected](found),
  'wrong-path': ({ path, use }) =>
    use !== 'template'
      ? say(
          `${quoteName(path)} is not a ${use} inside the repository`,
          'a relative path with `/`, without `..`',
        )
      : say(
          `unknown template ${quoteName(path)}`,
          'expected `madr`, `nygard` or a relative path ending in `.hbs`',
        ),
  'unknown-pack': ({ criteria, nearest, known }) =>
    say(`unknown criteria pack ${quoteName(criteria)}`, suggest(nearest, known)),
  'wrong-hash': ({ criteria, found }) =>
    found === null
      ? say(
          `there is no hash of ${quoteName(criteria)} to compare with`,
          'a pack that comes with Madrigal has none: leave it out',
        )
      : say(
          `the text of ${quoteName(criteria)} is another one, with the SHA-256 \`${found}\``,
          'look at what changed in it, and write that hash here',
        ),
  'unknown-fact': ({ fact, nearest }) =>
    say(`unknown fact ${quoteName(fact)}`, suggest(nearest, []) ?? 'no pack of this profile asks for it'),
  'replaced-fact': describeReplaced,
  'duplicate-decision': ({ criteria, id, other }) =>
    say(
      `second decision by ${quoteName(criteria)} ${id === null ? 'without an id' : `with the id ${quoteName(id)}`}${
        other === null ? '' : `; the first is in ${quoteName(other)}`
      }`,
      'give it an `id` of its own',
    ),
  'not-editable': ({ fact }) =>
    say(`cannot write ${quoteName(fact)} here without changing something else`, 'write it by hand'),
  'conflicting-facts': ({ fact, criteria, other, keys }) =>
    say(
      `${quoteName(criteria)} and ${quoteName(other)} mean different things by the fact ${quoteName(fact)}`,
      keys.length === 0 ? 'write a profile for each' : `write ${words.listNames(keys, 'and')}`,
    ),
  'unknown-reference': ({ kind, id, nearest, known }) =>
    say(
      `unknown ${kind === 'rule' ? 'criterion, veto or watch point' : kind} ${quoteName(id)}`,
      suggest(nearest, known),
    ),
  'duplicate-id': ({ id }) => say(`duplicate id ${quoteName(id)}`, 'each id stands once in its list'),
  'extended-id': ({ id, criteria, isCriterion }) =>
    say(
      `${quoteName(criteria)} has ${quoteName(id)} already`,
      isCriterion
        ? 'choose another id; `adjust` says how a criterion of the comparison counts here'
        : 'use the one that is there, or choose another id',
    ),
  'pack-missing': ({ criteria }) =>
    say(
      `there is no file ${quoteName(criteria)}`,
      'expected a path relative to this file, or a file of an installed package',
    ),
  'extended-house': ({ criteria }) =>
    say(`${quoteName(criteria)} extends a comparison itself`, 'extend that comparison'),
  'wrong-house': ({ criteria }) =>
    say(
      `does not extend ${quoteName(criteria)}`,
      'a file of this name holds the rules of the repository for that comparison',
    ),
  'taken-id': ({ id }) =>
    say(
      `${quoteName(id)} is the id of a pack that comes with Madrigal`,
      'choose another, or extend that pack: its records must not change hands',
    ),
  'former-id': ({ criteria, former, other }) =>
    say(
      `${quoteName(criteria)} says that it was called ${quoteName(former)}, as ${quoteName(other)} is or was`,
      'its records belong to one of them: leave it out of the `renames` of the other',
    ),
  'reserved-id': ({ id }) =>
    say(`${quoteName(id)} cannot be the id of a value`, 'in a profile it says that nobody knows'),
  'wrong-operator': ({ operator, fact, type, fitting }) =>
    say(
      `${quoteName(operator)} does not fit ${quoteName(fact)}, a fact of type ${quoteName(type)}`,
      suggest(null, fitting),
    ),
  'missing-operator': () =>
    say('found a fact without a comparison', 'such as `is: true`, `includes-any: [go]` or `at-least: 100`'),
  'conflicting-keys': ({ key, other }) =>
    say(
      `${quoteName(key)} cannot stand beside ${quoteName(other)}`,
      words.alternatives.has(other) ? 'keep one of them' : 'join two conditions with `all` or `any`',
    ),
  'missing-placeholder': ({ placeholder }) => say(`found no ${quoteName(placeholder)} in the text`),
  'missing-source': ({ basis }) =>
    say(`${quoteName(basis)} without a source`, 'cite one, or write `judgement`'),
  'missing-side': ({ option }) =>
    say(`missing option ${quoteName(option)}`, 'a difference speaks of every option'),
  'against-all': () => say('this speaks against every option', 'name those only that others are better than'),
  'unused-source': ({ source }) =>
    say(`nothing cites the source ${quoteName(source)}`, 'remove it, or say why it is here in a `note`'),
  'still-there': ({ kind, id }) => {
    if (kind === 'pack')
      return say(`${quoteName(id)} is what the pack is called now`, 'list ids that it had before')
    if (kind === 'answer')
      return say(`${quoteName(id)} is still an answer of the fact`, 'list old answers only')
    return say(
      `the pack still asks the fact ${quoteName(id)}`,
      'for old answers, write it as `by`, and them in `values`',
    )
  },
}
