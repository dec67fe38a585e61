import { type Change, acceptedPath } from '../plan/change.ts'
import type { EvidenceChange } from '../plan/evidence-change.ts'
import { plainText } from './plain-text.ts'
import type { PlanReport } from './plan-report.ts'

const MOST_FACTS = 3

/** What a person should know where a record is no longer proposed, or stands beside one that is not. */
export function settledNotes({ kind, path, detail, status = '', evidence }: Change): readonly string[] {
  const stays = `\`${path}\` is ${status} and stays as it is`
  switch (kind) {
    case 'create':
      return detail === undefined
        ? []
        : [`\`${detail}\` is ${status} and stays as it is; this proposes another choice.`]
    case 'supersede':
      return [`\`${detail}\` is accepted and stays as it is until this proposal is accepted.`]
    case 'kept':
      return [`${stays}, although the profile says something else now.`]
    case 'still-follows':
      return evidenceNotes(path, evidence)
    case 'undecided':
      return [`${stays}: the profile makes no choice now.`]
    case 'untold':
      return [
        `${stays}: its text does not tell whether it decides the same. Nothing is proposed.`,
        'A line `Chosen option: "<name>", because …` in its decision would tell.',
      ]
    case 'groundless':
      return [`\`${path}\` has lost its ground: ${lostGround(detail, status)}. Reject or delete it.`]
    case 'restore':
      return [`\`${path}\` is as it was accepted.`]
    case 'take':
      return [takenNote(path, status, detail)]
    default:
      return []
  }
}

/** What it means that somebody else's record is the one of a decision now. `agreement` is that with the profile. */
function takenNote(path: string, status: string, agreement: string | undefined): string {
  if (status === 'proposed' || status === 'draft')
    return `All that \`${path}\` says counts as written by people: when the profile changes, they choose between the two.`
  const stands = `\`${path}\` is ${status} and stays as it is`
  if (status === 'superseded') return `${stands}.`
  switch (agreement) {
    case 'same':
      return `${stands}: it decides what the profile chooses.`
    case 'other':
      return `${stands}: it does not decide what the profile chooses, and \`madrigal generate\` proposes that.`
    case 'no-choice':
      return `${stands}: the profile makes no choice now.`
    default:
      return `${stands}: its text does not tell whether it decides what the profile chooses, so it counts as if it did.`
  }
}

const lostGround = (detail: string | undefined, status: string): string =>
  detail === undefined
    ? 'the profile makes no choice now, and that supersedes nothing'
    : `\`${detail}\` says what the profile says now${status === 'accepted' ? '' : `, and is ${status}`}`

function evidenceNotes(path: string, evidence: EvidenceChange | undefined): readonly string[] {
  const { confidence = null, gone = [], added = [] } = evidence ?? {}
  const how = confidence === null ? 'from other facts' : `now ${confidence.now} instead of ${confidence.was}`
  return [
    `\`${path}\` is accepted and stays as it is: the decision still follows, ${how}.`,
    ...factLines('before', gone),
    ...factLines('now', added),
  ]
}

const factLines = (label: string, facts: readonly string[]): readonly string[] => [
  ...facts.slice(0, MOST_FACTS).map((fact) => `  ${label}: ${plainText(fact)}`),
  ...(facts.length > MOST_FACTS ? [`  ${label}: ${facts.length - MOST_FACTS} more`] : []),
]

/** What is remembered of accepted records from now on, and what became of them since. */
export function acceptanceNotes(
  { plan, dryRun }: PlanReport,
  { copies = [], edited = [] }: Change,
): readonly string[] {
  const written = new Set(plan.writes.map(({ path }) => path))
  return [
    ...copies
      .filter(({ id }) => written.has(acceptedPath(id)))
      .map(
        ({ id, path }) =>
          `\`${path}\` was accepted; \`${acceptedPath(id)}\` ${dryRun ? 'would keep' : 'keeps'} it as it is now.`,
      ),
    ...edited.map(
      ({ path, line }) =>
        `\`${path}\` was edited after it was accepted, from line ${line}. It is left so; \`madrigal accept ${path}\` takes it as it is now.`,
    ),
  ]
}
