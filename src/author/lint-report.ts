import * as z from 'zod/mini'
import { lintRules } from '../criteria/lint-rules.ts'
import type { Pack } from '../criteria/pack.ts'
import type { Place, SourceText } from '../diagnostics/diagnostic.ts'
import { locateOffset } from '../diagnostics/line-column.ts'
import { readYaml } from '../document/read-yaml.ts'
import { described } from '../document/schema.ts'
import { countOf } from '../record/words.ts'
import { formatFramed } from '../report/code-frame.ts'
import { harmless } from '../report/plain-text.ts'
import type { LintFinding } from './lint-finding.ts'
import { writtenId } from './own-entries.ts'
import { placeInPack } from './place-in-pack.ts'

/** What the lint finds in a pack. */
export interface LintedPack {
  readonly pack: Pack
  readonly source: SourceText
  readonly findings: readonly LintFinding[]
}

const SILENCE = '; what is meant as it is goes into its `lint:`, with the reason'

/** The findings, each with its place, and their count. */
export function lintText(linted: readonly LintedPack[], colour: boolean): string {
  const texts = linted.map((one) => {
    const { pack, findings, source } = one
    const told = placed(one).map(({ finding: { rule, message, help }, place }) =>
      formatFramed({ label: rule, sentence: message, help, file: source.name, place }, { colour }),
    )
    const count = `${writtenId(pack)}: ${countOf(findings.length, 'finding')}${findings.length === 0 ? '' : SILENCE}`
    return [...told, count].map((line) => `${line}\n`).join('')
  })
  return harmless(texts.join('\n'))
}

/** In the order of the file; what has no place of its own comes last. */
function placed({ source, findings }: LintedPack) {
  const document = readYaml(source)
  return findings
    .map((finding) => ({
      finding,
      place: document.ok ? placeInPack(document.value.root, finding.path) : null,
    }))
    .toSorted((a, b) => (a.place?.start ?? Infinity) - (b.place?.start ?? Infinity) || 0)
}

/** What `criteria lint` prints with `--json`. */
export const lintSchema = z.array(
  z.object({
    pack: z.string(),
    file: z.string(),
    findings: z.array(
      z.object({
        rule: z.enum(lintRules),
        at: z.string().check(described('What to name it by in the `lint` of the pack.')),
        message: z.string(),
        help: z.string(),
        line: z.nullable(z.int()).check(described('Counted from 1.')),
        column: z.nullable(z.int()).check(described('Counted from 1, in characters.')),
      }),
    ),
  }),
)

export const lintTrace = (linted: readonly LintedPack[]): z.infer<typeof lintSchema> =>
  linted.map((one) => ({
    pack: writtenId(one.pack),
    file: one.source.name,
    findings: placed(one).map(({ finding: { rule, at, message, help }, place }) => ({
      rule,
      at,
      message,
      help,
      ...lineOf(place),
    })),
  }))

function lineOf(place: Place | null): { readonly line: number | null; readonly column: number | null } {
  return place === null ? { line: null, column: null } : locateOffset(place.source.text, place.start)
}
