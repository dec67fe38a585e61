import type { Criterion, Pack } from '../criteria/pack.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type { Consequence } from './what-then.ts'
import type { Component } from '../profile/profile.ts'
import { resultClause } from '../record/decision-sentence.ts'
import { listOf, upperFirst } from '../record/words.ts'
import { plainText } from '../report/plain-text.ts'

/** One paragraph; its later lines stand two columns further in. */
export interface Line {
  readonly indent: number
  readonly text: string
}

export interface Section {
  readonly title: string
  readonly lines: readonly Line[]
}

export const line = (text: string, indent = 2): Line => ({ indent, text })

/** Lines so much further in. */
export const shift = (lines: readonly Line[], by: number): readonly Line[] =>
  lines.map(({ indent, text }) => ({ indent: indent + by, text }))

/** What the words need to know: the evaluation, the profile's name as people see it, and how to cite. */
export interface Context {
  readonly evaluation: Evaluation
  readonly file: string
  /** Marks such as "[1] and [2]" for sources, which are listed at the end. */
  readonly cite: (sources: readonly string[]) => string
}

export const truthWord = { true: 'holds', false: 'fails', unknown: 'unknown' } as const

export const optionNames = ({ options }: Pack, ids: readonly string[]): string =>
  listOf(ids.map((id) => options.find((option) => option.id === id)?.name ?? id))

/** "strong for Go", "strong against Python". */
export const voiceText = (pack: Pack, { strength, favours, against }: Criterion): string =>
  against === undefined
    ? `${strength} for ${optionNames(pack, favours)}`
    : `${strength} against ${optionNames(pack, against)}`

/** Sentences of the record, as text for a terminal. */
export const sentences = (markdown: readonly string[]): readonly Line[] =>
  markdown.filter((text) => text !== '').map((text) => line(plainText(text)))

/** "Go would be chosen", or that nothing would change. */
export const consequenceText = (evaluation: Evaluation, { decision, differs }: Consequence): string =>
  differs ? plainText(resultClause(evaluation, decision)) : 'the decision would stay the same'

/** A text with the component that it is about, where there are several. */
export const about = ({ profile }: Evaluation, { name }: Component, text: string): string =>
  profile.divided ? `${name}: ${text}` : upperFirst(text)

export const namesOf = (components: readonly Component[]): string =>
  listOf(components.map(({ name }) => name))

/** Whether a component takes part in the decision. */
export const isWeighed = ({ covered }: Evaluation, component: Component): boolean =>
  covered.some((evidence) => evidence.component === component)

/** Why a component takes no part. */
export function notWeighed(evaluation: Evaluation, component: Component): readonly Line[] {
  const scope = evaluation.components.find((evidence) => evidence.component === component)?.scope
  const why =
    scope === 'false'
      ? 'the comparison does not apply, so nothing is weighed.'
      : 'it is not known whether the comparison applies, so nothing is decided.'
  return [line(about(evaluation, component, why))]
}
