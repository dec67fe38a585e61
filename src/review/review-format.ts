import { answerJson } from '../report/answer-json.ts'
import type { TextLayout } from '../report/evaluation-text.ts'
import { type Review, reviewBlocks } from './review-blocks.ts'
import { reviewData } from './review-json.ts'
import { reviewMarkdown } from './review-markdown.ts'
import { reviewText } from './review-text.ts'

/** A review as people or other programs read it, by the name of the format. */
export const reviewFormats = {
  markdown: (review) => reviewMarkdown(reviewBlocks(review)),
  text: (review, layout) => reviewText(reviewBlocks(review), layout),
  json: (review) => answerJson('review', reviewData(review)),
} satisfies Readonly<Record<string, (review: Review, layout: TextLayout) => string>>

export type ReviewFormat = keyof typeof reviewFormats
