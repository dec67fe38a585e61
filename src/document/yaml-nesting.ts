import type { CST, Parser } from 'yaml'

/** How many lists and maps may stand inside each other. */
export const DEEPEST_NESTING = 64

/** Whether what is being parsed is nested too deeply. A text can be nested too deeply to be composed at all. */
export const isTooDeep = ({ stack }: Parser): boolean =>
  stack.length > DEEPEST_NESTING &&
  stack.filter(({ type }: CST.Token) => levels.has(type)).length > DEEPEST_NESTING

const levels: ReadonlySet<string> = new Set(['block-map', 'block-seq', 'flow-collection'])
