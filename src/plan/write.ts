/** One file to write, or to delete where `text` is null. `expected` is what planning saw there; null for no file. */
export interface Write {
  readonly path: string
  readonly text: string | null
  readonly expected: string | null
}
