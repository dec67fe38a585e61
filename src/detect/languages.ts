import { fileNameOf } from '../document/file-path.ts'

/** Extensions of programming languages; notebooks are programs, too. */
const extensions = new Set(
  (
    'py ipynb go js jsx mjs cjs ts tsx java kt kts scala groovy clj rs c h cc cpp cxx hpp cs fs vb ' +
    'rb php pl lua r jl swift m mm dart ex exs erl hs ml vue svelte sh ps1'
  ).split(' '),
)

/** Written by programs, which says nothing of people. */
const generated = /\.pb\.go$|_pb2(?:_grpc)?\.py$|\.min\.js$|\.gen\.go$|_generated\.go$|^zz_generated/

const LEAST_SHARE = 5

/** How many of the source files have one of some extensions. */
export interface LanguageShare {
  readonly files: number
  readonly all: number
}

const extensionOf = (path: string): string => {
  const name = fileNameOf(path)
  return name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : ''
}

export const sourcesIn = (paths: readonly string[]): readonly string[] =>
  paths.filter((path) => extensions.has(extensionOf(path)) && !generated.test(fileNameOf(path)))

export const isWrittenIn = (language: readonly string[], path: string): boolean =>
  language.includes(extensionOf(path))

/** The share of a language; null where it is less than a fifth of the sources. */
export function shareOf(language: readonly string[], sources: readonly string[]): LanguageShare | null {
  const files = sources.filter((path) => isWrittenIn(language, path)).length
  return files > 0 && files * LEAST_SHARE >= sources.length ? { files, all: sources.length } : null
}
