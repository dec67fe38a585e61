import { rememberedOf } from '../document/remembered.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { flowList } from './front-matter.ts'
import { codeOf, escapeMarkdown, escapeTitle, linkTo } from './markdown.ts'
import { type Page, pagesOf } from './page.ts'
import { limitsAfter, MOST_CUTS } from './page-limits.ts'
import { titleOf } from './title.ts'
import type { RecordView } from './view.ts'
import { countWords } from './inline-text.ts'

/** What a record needs beside the evaluation. Nothing here comes from the clock or the machine. */
export interface RecordHead {
  readonly id: string
  readonly number: number
  /** `YYYY-MM-DD` */
  readonly date: string
  /** Relative to the repository, with `/`. */
  readonly profilePath: string
  /** The day by which the decision is to be looked at again, `YYYY-MM-DD`. */
  readonly revisitBy?: string
  /** The accepted record that this one proposes to supersede. */
  readonly supersedes?: SupersededRecord
  /** Whether the head is for log4brains or adr-log, which read the title right below the front matter and bullets below it. */
  readonly lineReaders?: boolean
  /** The path of the evidence from the folder of the record. */
  readonly evidence?: string
}

export interface SupersededRecord {
  readonly id: string
  /** A path from the folder of the record that supersedes it. */
  readonly fileName: string
}

/**
 * The view model of a record: everything that a template may show, as Markdown, cut to what a page holds.
 *
 * @param evaluation from `evaluate`
 * @param head the record's id, number and date (`YYYY-MM-DD`), and the path of the profile
 * @returns the view; equal arguments give equal views
 * @see docs/records.md for its fields
 */
export function buildRecord(evaluation: Evaluation, head: RecordHead): RecordView {
  return { ...headOf(evaluation, head), ...fittingPage(evaluation) }
}

/** The longest page that fits; what it leaves out stands in the evidence. A run renders a record more than once. */
const fittingPage = rememberedOf((evaluation: Evaluation): Page => {
  const most = wordLimit(evaluation) - WORDS_AROUND - countWords(titleOf(evaluation))
  const pageWith = pagesOf(evaluation)
  const whole = pageWith(limitsAfter(0))
  if (whole.words <= most) return whole.page()
  let [from, to] = [0, MOST_CUTS]
  let fitting: typeof whole | undefined
  while (from + 1 < to) {
    const middle = Math.floor((from + to) / 2)
    const page = pageWith(limitsAfter(middle))
    if (page.words > most) from = middle
    else [fitting, to] = [page, middle]
  }
  return (fitting ?? pageWith(limitsAfter(MOST_CUTS))).page()
})

/** A page has 700 words, a division 800 and more for each further component. */
const wordLimit = ({ verdict, covered }: Evaluation): number =>
  verdict.decision.kind === 'split' ? 800 + 150 * Math.max(0, covered.length - 2) : 700

/** The headings, the confirmation, and what stands around the sources. */
const WORDS_AROUND = 77

function headOf(
  evaluation: Evaluation,
  { id, number, date, profilePath, revisitBy, supersedes, lineReaders = false, evidence = '' }: RecordHead,
) {
  const { deciders, consulted, informed } = evaluation.profile
  return {
    id,
    number,
    status: 'proposed',
    statusWord: 'Proposed',
    date,
    lineReaders,
    evidence,
    title: escapeTitle(titleOf(evaluation)),
    deciders: deciders.map(escapeMarkdown).join(', '),
    frontMatter: {
      deciders: flowList(deciders),
      consulted: flowList(consulted),
      informed: flowList(informed),
    },
    profilePath: codeOf(profilePath),
    revisit:
      revisitBy === undefined
        ? ''
        : `This decision is to be looked at again by ${revisitBy}, or when one of its facts changes.`,
    supersedes: supersedes?.id ?? '',
    supersedesLink:
      supersedes === undefined
        ? ''
        : linkTo(supersedes.fileName.replace(/^.*\/|\.md$/g, ''), supersedes.fileName),
  }
}
