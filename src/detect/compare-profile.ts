import type { Answer } from '../profile/fact.ts'
import type { Profile } from '../profile/profile.ts'
import type { Detection } from './detect.ts'
import type { Finding } from './finding.ts'

/** What was read of a fact, and of which component; null for the whole project. */
export interface ReadAnswer extends Finding {
  readonly component: string | null
}

/** An answer that was read, beside that of the profile. */
export interface ComparedAnswer extends ReadAnswer {
  /** Null where the profile leaves it open; `unknown` where it says that nobody knows. */
  readonly inProfile: Answer | null
}

/** Everything that was read, the project first. */
export const answersIn = ({ findings, parts }: Detection): readonly ReadAnswer[] => [
  ...findings.map((finding) => ({ ...finding, component: null })),
  ...parts.flatMap(({ id, findings: own }) => own.map((finding) => ({ ...finding, component: id }))),
]

/** Holds what was read against what a profile says. What was read of components that the profile does not have is left out. */
export const compareWithProfile = (detection: Detection, profile: Profile): readonly ComparedAnswer[] =>
  answersIn(detection).flatMap((read): readonly ComparedAnswer[] => {
    const components = profile.components.filter(({ id }) => read.component === null || id === read.component)
    const states = components.map(({ facts }) => facts.get(read.fact.id))
    const said = states.find((state) => state?.state === 'answered' || state?.state === 'unknown')
    const isApart = read.component === null && profile.divided && said !== undefined
    const isSame = states.every(
      (state) => state?.state === 'answered' && isSameAnswer(state.answer, read.answer),
    )
    if (components.length === 0 || isSame || (isApart && !isSaidByProject(profile, read))) return []
    return [
      { ...read, inProfile: said === undefined ? null : said.state === 'answered' ? said.answer : 'unknown' },
    ]
  })

/** Whether every component takes the answer over from the project. */
const isSaidByProject = ({ components }: Profile, { fact }: ReadAnswer): boolean =>
  components.every(({ inherited }) => inherited.has(fact.id))

const isSameAnswer = (said: Answer, read: Answer | null): boolean =>
  typeof said === 'object' && typeof read === 'object'
    ? JSON.stringify([...said].toSorted()) === JSON.stringify([...(read ?? [])].toSorted())
    : said === read
