import type { Pack } from '../criteria/pack.ts'
import { type Evaluation, evaluate } from '../evaluation/evaluate.ts'
import type { DecisionRequest, Profile } from '../profile/profile.ts'
import { decisionOfId, recordId, slugOf } from '../record-file/record-name.ts'
import { buildRecord } from '../record/build-record.ts'
import { evidenceData } from '../record/evidence/evidence-data.ts'
import { evidenceLines } from '../record/evidence/evidence-text.ts'
import { renderRecord } from '../record/render-record.ts'
import type { Template } from '../record/template.ts'
import { evidencePath } from './change.ts'
import type { Choice } from './compare-decision.ts'
import { pathFrom } from './relative-path.ts'
import type { WantedDecision } from './wanted-record.ts'

/** Where the records of a profile go and what they look like. Paths are relative to the repository, with `/`. */
export interface RecordPlace {
  readonly directory: string
  /** Where the facts stand; records name it. */
  readonly profilePath: string
  readonly template: Template
  /** Whether the head of a record has to suit tools that read it line by line. */
  readonly lineReaders?: boolean
  /** The decisions of which there are records, as `pack/subject`; asked for packs that have had other ids. */
  readonly recorded?: ReadonlySet<string>
}

/** A decision that a profile asks for, with the id of the first record of it and what it is about. */
export interface AskedDecision {
  readonly id: string
  readonly subject: string
  readonly request: DecisionRequest
  readonly pack: Pack
}

/**
 * The decisions that a profile asks for by some packs, which are given by the words of the profile.
 *
 * @param recorded the decisions of which there are records, as `pack/subject`; asked for packs that have had other ids
 */
export const askedDecisions = (
  profile: Profile,
  packs: ReadonlyMap<string, Pack>,
  recorded: ReadonlySet<string> = new Set(),
): readonly AskedDecision[] =>
  profile.decisions.flatMap((request) => {
    const pack = packs.get(request.criteria)
    const subject = request.id ?? slugOf(profile.project)
    return pack === undefined ? [] : [{ id: firstId(pack, subject, recorded), subject, request, pack }]
  })

/** A pack that was renamed goes on with the records that it has: to move them would break what leads to them. */
function firstId({ id, renames = [] }: Pack, subject: string, recorded: ReadonlySet<string>): string {
  const ids = [id, ...renames].map((pack) => recordId(pack, subject))
  return ids.find((one) => recorded.has(decisionOfId(one))) ?? recordId(id, subject)
}

/**
 * Judges every decision of a profile, and says which records they call for.
 *
 * @param profile from `parseProfile`
 * @param packs from `parsePack`, by the words with which the profile asks for them; a decision without its pack is left out
 * @param place where the records go, and the template that they are rendered with
 * @returns the evaluations, each with the record that `planChanges` takes; rendering throws where a template is wrong
 */
export const wantedDecisions = (
  profile: Profile,
  packs: ReadonlyMap<string, Pack>,
  place: RecordPlace,
): readonly WantedDecision[] =>
  askedDecisions(profile, packs, place.recorded).map((asked) => wantedDecision(asked, profile, place))

function wantedDecision(
  { id, subject, request, pack }: AskedDecision,
  profile: Profile,
  { directory, profilePath, template, lineReaders = false }: RecordPlace,
): WantedDecision {
  const evaluation = evaluate(pack, profile, request.dominantConstraint)
  const revisit = request.revisitBy === undefined ? {} : { revisitBy: request.revisitBy }
  return {
    profile: profilePath,
    request,
    evaluation,
    record: {
      id,
      topic: pack.topic,
      subject,
      directory,
      worthCreating: isWorthCreating(evaluation),
      ...choiceIn(evaluation),
      evidence: evaluation.components,
      ...revisit,
      render: (number, date, path, proposal) => {
        const evidence = pathFrom(path, evidencePath(proposal?.id ?? id))
        const head = { id, number, date, profilePath, evidence, lineReaders, ...revisit, ...proposal }
        return renderRecord(buildRecord(evaluation, head), template)
      },
      support: () => ({
        // Where a record stands, only the data is looked at.
        get lines() {
          return evidenceLines(evaluation, profilePath)
        },
        data: evidenceData(evaluation),
      }),
    },
  }
}

/** Where nothing could be said about the options, there is nothing yet to record. */
export const isWorthCreating = ({ verdict }: Evaluation): boolean =>
  verdict.decision.kind !== 'out-of-scope' && verdict.decision.kind !== 'scope-unknown'

/** Options by name, in the order of the pack. */
function choiceIn({ pack, verdict: { decision } }: Evaluation): Choice {
  const chosen = new Set(decision.kind === 'split' ? decision.assignment.values() : [])
  if (decision.kind === 'chosen') chosen.add(decision.option)
  return {
    options: pack.options.map(({ name }) => name),
    chosen: pack.options.filter(({ id }) => chosen.has(id)).map(({ name }) => name),
  }
}
