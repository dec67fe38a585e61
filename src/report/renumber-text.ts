import type { RenumberPlan, RenumberProblem } from '../plan/plan-renumber.ts'
import type { RenumberedRecord } from '../plan/renumber-files.ts'
import { quoteName } from './diagnostic-words.ts'
import { differenceText } from './difference-text.ts'
import { harmless } from './plain-text.ts'
import { type RecordReport, candidateLines, explainSelection, namesOf } from './selection-text.ts'
import { makeVisible } from './visible-text.ts'
import type { RenumberTrace } from './record-schemas.ts'

type RenumberReport = RecordReport<RenumberPlan>

/** One line for the record, and one for each file whose links changed. A dry run adds the differences. */
export function renumberText({
  plan: { record, relinked, unlinked, writes },
  dryRun,
}: RenumberReport): string {
  if (record === null) return ''
  if (writes.length === 0)
    return harmless(`kept ${record.path}: no other record has the number ${record.to}\n`)
  const would = (done: string, planned: string): string => (dryRun ? `would ${planned}` : done)
  const lines = [
    `${would('renumbered', 'renumber')} ${movement(record)}\n`,
    dryRun ? differenceText({ ...record, path: record.newPath, oldPath: record.path }) : '',
    ...relinked.flatMap(({ path, before, after }) => [
      `${would('relinked', 'relink')} ${makeVisible(path)}\n`,
      dryRun ? differenceText({ path: makeVisible(path), before, after }) : '',
    ]),
    ...unlinked.map(
      (path) =>
        `look at ${makeVisible(path)}, which says without a link that number ${record.from} supersedes it\n`,
    ),
  ]
  return harmless(lines.join(''))
}

const movement = ({ path, newPath, to }: RenumberedRecord): string =>
  `${path} to ${path === newPath ? to : newPath}`

/** Why nothing could be done, and what there is to choose from; empty where all went well. */
export function renumberProblem({ plan: { problem }, selector, directory }: RenumberReport): string {
  if (problem === null) return ''
  return harmless(`error: ${explain(problem, selector, directory)}\n${candidateLines(problem)}`)
}

function explain(problem: RenumberProblem, selector: string, directory: string): string {
  switch (problem.kind) {
    case 'unknown':
    case 'lost':
    case 'ambiguous':
      return explainSelection(problem, selector, directory)
    case 'twins':
      return `${namesOf(problem.paths)} have the same id; nothing was written, remove one or give it another id`
    case 'numberless':
      return `\`${problem.path}\` has no number, expected one in its name or its text`
    case 'unread':
      return `cannot read \`${problem.path}\`, expected UTF-8; nothing was written, rename it and change its number by hand`
    case 'number-taken':
      return `${problem.isHere ? '' : 'on another branch '}\`${problem.by}\` has the number ${problem.number}; nothing was written`
    case 'published':
      return `\`${problem.path}\` is ${quoteName(problem.written)}, and ${
        problem.branch === null
          ? 'no main branch can tell whether people know its number'
          : `on \`${problem.branch}\` people know its number`
      }; nothing was written${problem.instead === null ? '' : `, renumber ${quoteName(problem.instead)} instead`}`
  }
}

/** The plan for machines. */
export function renumberData({ plan, dryRun }: RenumberReport): RenumberTrace {
  const { problem, record, relinked, unlinked, writes } = plan
  const moved = record && {
    id: record.id,
    from: { number: record.from, path: record.path },
    to: { number: record.to, path: record.newPath },
  }
  const links = relinked.map(({ path, links: count }) => ({ path, links: count }))
  return {
    dryRun,
    problem,
    record: moved,
    relinked: links,
    unlinked: [...unlinked],
    writes: writes.map(({ path }) => path),
  }
}
