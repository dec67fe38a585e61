import type { Strength } from '../criteria/pack.ts'

/** How strongly a driver speaks for an option: not at all, weakly, moderately, strongly. */
export type Level = 0 | 1 | 2 | 3

export const louder = (one: Level, other: Level): Level => (other > one ? other : one)

/** As people are told it: below zero where the driver speaks against the option. */
export type ToldLevel = Level | -1 | -2 | -3

export const levelOf: Readonly<Record<Strength, Level>> = { weak: 1, moderate: 2, strong: 3 }

/** One strong driver weighs as much as two moderate ones, or four weak ones. */
const weights: readonly number[] = [0, 1, 2, 4]

export const weightOf = (level: Level): number => weights[level] ?? 0

/** More than the 500 criteria that a pack may have can weigh together, so that a dominant constraint decides before they do. */
const DOMINANT_WEIGHT = 4096

/** What a level of one driver weighs; the dominant constraint outweighs all others. */
export const weightIn = (level: Level, isDominant: boolean): number =>
  weightOf(level) + (isDominant ? level * DOMINANT_WEIGHT : 0)

/** A lead smaller than one moderate driver is no lead. */
export const DECISIVE_LEAD = 2

/** Where fewer drivers than this tell the options apart and an answer could, too little is known. */
export const SUFFICIENT_DRIVERS = 2

/** How many combinations of answers, or of what they amount to, are tried before only bounds are given. */
export const COMPLETION_LIMIT = 65_536
