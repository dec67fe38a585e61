import type { AnswerForm } from '../profile/read-answer.ts'

/** What an operator may compare with, by kind. */
export interface Operands {
  readonly answer: boolean | string
  readonly list: readonly string[]
  readonly number: number
  /** The least and the most. */
  readonly range: readonly [number, number]
}

export interface OperatorRow {
  readonly operand: keyof Operands
  /** The types of fact that it fits. */
  readonly facts: readonly AnswerForm['type'][]
  /** What stands between the fact and the operand in a sentence. */
  readonly words: string
  /** What stands between two parts of the operand; a comma elsewhere. */
  readonly joint?: string
  /** Completes "Holds when ...". */
  readonly holds: string
}

const onSets = { operand: 'list', facts: ['set-of'] } as const
const onNumbers = { operand: 'number', facts: ['number'] } as const

/**
 * Every operator, once: how it is written, checked and told follows from here. What it means stands in src/evaluation, where
 * types miss one that has no meaning yet.
 */
export const operators = {
  is: { operand: 'answer', facts: ['boolean', 'one-of'], words: 'is', holds: 'the answer is this one' },
  in: { operand: 'list', facts: ['one-of'], words: 'is one of', holds: 'the answer is one of these' },
  'includes-any': { ...onSets, words: 'includes any of', holds: 'one of these is among the answers' },
  'includes-all': { ...onSets, words: 'includes all of', holds: 'all of these are among the answers' },
  'at-least': { ...onNumbers, words: 'is at least', holds: 'the answer is this or more' },
  'at-most': { ...onNumbers, words: 'is at most', holds: 'the answer is this or less' },
  'more-than': { ...onNumbers, words: 'is more than', holds: 'the answer is more than this' },
  'less-than': { ...onNumbers, words: 'is less than', holds: 'the answer is less than this' },
  between: {
    operand: 'range',
    facts: ['number'],
    words: 'is between',
    joint: ' and ',
    holds: 'the answer is the first of these numbers, the second or in between',
  },
} as const satisfies Readonly<Record<string, OperatorRow>>

export type Operator = keyof typeof operators
export type OperandKind = keyof Operands

/** The operators that compare with one kind of operand. */
export type OperatorTaking<Kind extends OperandKind> = {
  readonly [Name in Operator]: (typeof operators)[Name]['operand'] extends Kind ? Name : never
}[Operator]

export const isOperator = (key: string): key is Operator => Object.hasOwn(operators, key)

export const operatorNames: readonly Operator[] = Object.keys(operators).filter(isOperator)

export const takes = <Kind extends OperandKind>(name: Operator, kind: Kind): name is OperatorTaking<Kind> =>
  operators[name].operand === kind

export const operatorsFor = (type: AnswerForm['type']): readonly Operator[] =>
  operatorNames.filter((name) => operators[name].facts.some((fitting) => fitting === type))
