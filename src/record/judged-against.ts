/** The comparison that a record was judged against, as the record says it. */
export interface JudgedAgainst {
  readonly version: number
  /** The day on which the comparison was last verified. */
  readonly verified: string
  /** Counted from 1. */
  readonly line: number
}

const sentence =
  /^Judged against (?:the criteria )?".*", version (\d{1,9}), last verified (\d{4}-\d\d-\d\d)\.$/

/** Reads back the sentence of the template partial `sources`, as it is and as it was; null where a template of somebody's own says it otherwise. */
export function judgedAgainst(text: string): JudgedAgainst | null {
  const lines = text.split('\n')
  const line = lines.findLastIndex((one) => sentence.test(one))
  const [, version, verified = ''] = sentence.exec(lines[line] ?? '') ?? []
  return version === undefined ? null : { version: Number(version), verified, line: line + 1 }
}
