import { splitFrontMatter } from '../record/front-matter.ts'
import type { Segment } from './merge-statements.ts'
import { type Statement, statementsOf } from './statements.ts'

const LEAST_KEPT = 1 / 3

/**
 * Whether less than a third of what the machine said is left, headings aside, below the front matter among as much of a
 * person: the record is somebody else's. One that was only cut is not.
 */
export function isRewritten(base: string, file: string): boolean {
  const written = statementsOf(base).statements.filter(({ level }) => level === 0)
  const found = statementsOf(file).statements.filter(({ level }) => level === 0)
  const left = sharedBy(written, found)
  const body = found.filter(isBody)
  const leftInBody = sharedBy(body, written.filter(isBody))
  return left.length < written.length * LEAST_KEPT && leftInBody.length <= body.length - leftInBody.length
}

const isBody = ({ kind }: Statement): boolean => kind !== 'field' && kind !== 'mark'

function sharedBy(some: readonly Statement[], others: readonly Statement[]): readonly Statement[] {
  const known = new Set(others.map(({ says }) => says))
  return some.filter(({ says }) => known.has(says))
}

/** One conflict of the two texts as wholes. The person's front matter stays above it, so that the record is still found. */
export function wholeConflict(base: string, file: string, rendered: string): readonly Segment[] {
  const body = bodyOf(file)
  const head = file
    .slice(0, file.length - body.length)
    .split('\n')
    .slice(0, -1)
  const [mine, ours, theirs] = [body, bodyOf(base), bodyOf(rendered)].map((text) =>
    text.trimEnd().split('\n'),
  )
  return [
    { kind: 'settled', lines: head },
    {
      kind: 'conflict',
      why: 'statement',
      base: ours ?? [],
      mine: mine ?? [],
      theirs: theirs ?? [],
      line: head.length + 1,
    },
    { kind: 'settled', lines: body.slice(body.trimEnd().length).split('\n').slice(1) },
  ]
}

const bodyOf = (text: string): string => splitFrontMatter(text)?.body ?? text
