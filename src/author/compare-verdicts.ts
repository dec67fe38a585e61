import type { Pack } from '../criteria/pack.ts'
import { type SourceText, succeed } from '../diagnostics/diagnostic.ts'
import { isSameVerdict } from '../evaluation/decision.ts'
import { type Evaluation, evaluate } from '../evaluation/evaluate.ts'
import { settleState } from '../profile/read-facts.ts'
import { parseProfile } from '../profile/parse-profile.ts'
import type { Profile } from '../profile/profile.ts'
import { countOf } from '../record/words.ts'
import type { PackCase } from './pack-cases.ts'
import { degreeOf, verdictWords } from './verdict-words.ts'

/** A verdict by two packs, in words. */
export interface ComparedVerdict {
  readonly of: 'case' | 'profile'
  readonly name: string
  readonly before: string
  readonly after: string
  readonly differs: boolean
}

/** Judges a case by both packs. Of each it answers the questions that the pack asks. */
export function compareCase(before: Pack, after: Pack, packCase: PackCase): ComparedVerdict {
  const { name, profile, dominantConstraint } = packCase
  const judge = (pack: Pack): Evaluation => evaluate(pack, askedBy(pack, profile), dominantConstraint)
  return compared('case', name, judge(before), judge(after))
}

/** What a pack assumes counts where the profile was not read with it. */
const askedBy = (pack: Pack, profile: Profile): Profile => ({
  ...profile,
  components: profile.components.map((component) => ({
    ...component,
    facts: new Map(
      pack.facts.map((fact) => [
        fact.id,
        settleState(fact, component.facts.get(fact.id) ?? { state: 'unanswered' }),
      ]),
    ),
  })),
})

const compared = (
  of: ComparedVerdict['of'],
  name: string,
  before: Evaluation,
  after: Evaluation,
): ComparedVerdict => ({
  of,
  name,
  before: wordsOf(before),
  after: wordsOf(after),
  differs:
    !isSameVerdict(before.verdict.decision, after.verdict.decision) || wordsOf(before) !== wordsOf(after),
})

const wordsOf = ({ verdict: { decision, confidence, settled } }: Evaluation): string =>
  `${verdictWords(decision)}${degreeOf(confidence)}${settled ? '' : ', provisional'}`

/** A profile with the other packs that it asks for. */
export interface ComparedProfile {
  readonly source: SourceText
  readonly packs: ReadonlyMap<string, Pack>
  /** The words by which it asks for the packs that are compared. */
  readonly meant: readonly string[]
}

/** Judges each decision of a profile that is one of the packs', by both of them. */
export function compareProfile(
  before: Pack,
  after: Pack,
  asked: ComparedProfile,
): readonly ComparedVerdict[] {
  const [was, is] = [judgeProfile(before, asked), judgeProfile(after, asked)]
  const { name } = asked.source
  if (was.ok && is.ok)
    return was.value.flatMap(({ id, evaluation }, index) => {
      const other = is.value[index]
      const decision = id === undefined ? name : `${name}, ${id}`
      return other === undefined ? [] : [compared('profile', decision, evaluation, other.evaluation)]
    })
  const words = (judged: ReturnType<typeof judgeProfile>): string =>
    judged.ok
      ? judged.value.map(({ evaluation }) => wordsOf(evaluation)).join('; ')
      : `not to be judged, with ${countOf(judged.diagnostics.length, 'problem')}`
  return [{ of: 'profile', name, before: words(was), after: words(is), differs: words(was) !== words(is) }]
}

/** A pack that stands in for another is not held to the hash by which the profile pins that one. */
function judgeProfile({ file: _file, ...pack }: Pack, { source, packs, meant }: ComparedProfile) {
  const profile = parseProfile(
    source,
    new Map([...packs, ...meant.map((criteria) => [criteria, pack] as const)]),
  )
  if (!profile.ok) return profile
  const decisions = profile.value.decisions.filter(({ criteria }) => meant.includes(criteria))
  return succeed(
    decisions.map(({ id, dominantConstraint }) => ({
      id,
      evaluation: evaluate(pack, profile.value, dominantConstraint),
    })),
  )
}
