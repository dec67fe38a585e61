import type { Pack } from '../../src/criteria/pack.ts'
import { cellContaining, cellsOf, comparisonsByFact } from '../../src/evaluation/cells.ts'
import { coveredComponents } from '../../src/evaluation/decision.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { gatherEvidence } from '../../src/evaluation/evidence.ts'
import { outlookOf } from '../../src/evaluation/settled.ts'
import type { Answer, FactState } from '../../src/profile/fact.ts'
import type { Profile } from '../../src/profile/profile.ts'
import { questionsFor } from '../../src/report/asked-question.ts'
import { buildProfile } from './build.ts'

/** Answers by fact. */
export type Answers = ReadonlyMap<string, Answer>

/** The fact that somebody asks for after some answers; null when the verdict is settled. */
type Asker = (answers: Answers) => string | null

/** How many questions somebody asks who gets true answers, beyond those that are answered from the start. */
export function countQuestions(ask: Asker, truths: Answers, given: readonly string[]): number {
  const answers = new Map([...truths].filter(([id]) => given.includes(id)))
  for (let count = 0; ; count += 1) {
    const fact = ask(answers)
    const answer = truths.get(fact ?? '')
    if (fact === null || answer === undefined) return count
    answers.set(fact, answer)
  }
}

/** Asks as `madrigal ask` does. Remembers what comes next, by answers that the pack tells apart: ranking takes long. */
export function mostValuableFirst(pack: Pack): Asker {
  const comparisons = comparisonsByFact(pack)
  const cells = new Map(pack.facts.map((fact) => [fact.id, cellsOf(fact, comparisons.get(fact.id) ?? [])]))
  const cellOf = ([id, answer]: readonly [string, Answer]): string => {
    const cell = cellContaining(cells.get(id) ?? [], comparisons.get(id) ?? [], answer)
    return `${id} ${JSON.stringify(cell?.answer)}`
  }
  const remembered = new Map<string, string | null>()
  return (answers) => {
    const key = [...answers].map(cellOf).toSorted().join()
    const known = remembered.get(key)
    if (known !== undefined) return known
    const [question] = questionsFor(evaluate(pack, profileWith(pack, answers)))
    remembered.set(key, question?.fact.id ?? null)
    return question?.fact.id ?? null
  }
}

/** Asks in the order of the pack, and leaves out what no longer matters. */
export const inPackOrder =
  (pack: Pack): Asker =>
  (answers) => {
    const components = profileWith(pack, answers).components.map((part) => gatherEvidence(pack, part))
    const covered = coveredComponents(components)
    const { residual, settled } = outlookOf({ pack }, components)
    if (settled) return null
    const open = new Set(residual.blocks.flatMap(({ facts }) => facts.map(({ fact }) => fact)))
    const askable = pack.facts.filter(({ id, assume }) => assume === undefined && !answers.has(id))
    return askable.find((fact) => covered.length === 0 || open.has(fact))?.id ?? null
  }

/** The profile of somebody who has answered some facts; the others are unanswered, or assumed. */
function profileWith(pack: Pack, answers: Answers): Profile {
  const stateOf = (id: string, assume: Answer | undefined): FactState => {
    const answer = answers.get(id)
    if (answer !== undefined) return { state: 'answered', answer }
    return assume === undefined ? { state: 'unanswered' } : { state: 'assumed', answer: assume }
  }
  const facts = new Map(pack.facts.map(({ id, assume }) => [id, stateOf(id, assume)]))
  return buildProfile({ id: 'project', name: 'Project', facts, inherited: new Set() })
}
