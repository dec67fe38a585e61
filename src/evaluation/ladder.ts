import type { Strength } from '../criteria/pack.ts'

/** How strongly a driver speaks for an option: not at all, weakly, moderately, strongly. */
export type Level = 0 | 1 | 2 | 3

export const levelOf: Readonly<Record<Strength, Level>> = { weak: 1, moderate: 2, strong: 3 }

/** One strong driver weighs as much as two moderate ones, or four weak ones. */
const weights: readonly number[] = [0, 1, 2, 4]

export const weightOf = (level: Level): number => weights[level] ?? 0

/** A lead smaller than one moderate driver is a tie. */
export const DECISIVE_LEAD = 2

/** With evidence from fewer drivers than this, nothing is decided. */
export const SUFFICIENT_DRIVERS = 2

/** What a second option in one project has to earn: one strong driver. */
export const SPLIT_COST = 4

/** How many completions of the unanswered facts are tried one by one before only bounds are given. */
export const COMPLETION_LIMIT = 65_536
