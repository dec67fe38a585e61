import type { DetectionRule } from '../criteria/detection.ts'
import { fileNameOf, folderOf } from '../document/file-path.ts'
import { isWrittenIn, sourcesIn } from './languages.ts'

const manifests = new Set([
  'go.mod',
  'pyproject.toml',
  'setup.py',
  'requirements.txt',
  'Pipfile',
  'package.json',
  'Cargo.toml',
  'pom.xml',
  'build.gradle',
  'build.gradle.kts',
])

const isHead = (path: string): boolean =>
  manifests.has(fileNameOf(path)) || /^Dockerfile$/.test(fileNameOf(path))

/** More are no components that people decide about in one record. */
const MOST_PARTS = 20

/** How the files of a repository make up one program or several. */
interface PartFolders {
  /** Folders that are programs of their own; none, or at least two. */
  readonly folders: readonly string[]
  /** Those whose sources are in none of the languages that the rules tell apart. */
  readonly others: readonly string[]
  /** The files of the whole, without those of other programs beside it. */
  readonly rest: readonly string[]
}

/**
 * Two or more folders that are built on their own are several programs, unless most of the sources lie outside of them: then the
 * repository is one program, and what those folders need says nothing of it.
 */
export function findParts(rules: readonly DetectionRule[], paths: readonly string[]): PartFolders {
  const around = folderAround(new Set(paths.filter(isHead).map(folderOf)))
  const languages = rules.flatMap(({ language = [] }) => language)
  const sources = sourcesIn(paths)
  const compared = sources.filter((path) => languages.length === 0 || isWrittenIn(languages, path))
  const inFolders = compared.flatMap((path) => around(path) ?? [])
  if (inFolders.length < compared.length - inFolders.length)
    return { folders: [], others: [], rest: paths.filter((path) => around(path) === undefined) }
  const folders = new Set(inFolders)
  if (folders.size < 2 || folders.size > MOST_PARTS) return { folders: [], others: [], rest: paths }
  const others = new Set(
    sources.flatMap((path) => around(path) ?? []).filter((folder) => !folders.has(folder)),
  )
  return { folders: inOrder(folders), others: inOrder(others), rest: paths }
}

const inOrder = (folders: ReadonlySet<string>): readonly string[] =>
  [...folders].toSorted((a, b) => (a < b ? -1 : 1))

/** The outermost of some folders around a path. The root is none. */
function folderAround(heads: ReadonlySet<string>): (path: string) => string | undefined {
  const known = new Map<string, string | undefined>()
  const look = (folder: string): string | undefined => {
    const parts = folder.split('/')
    return parts
      .map((_, index) => parts.slice(0, index + 1).join('/'))
      .find((one) => one !== '' && heads.has(one))
  }
  return (path) => {
    const folder = folderOf(path)
    if (!known.has(folder)) known.set(folder, look(folder))
    return known.get(folder)
  }
}

/** An id for each folder: its own name, or its whole path where two are called the same. */
export function partIds(folders: readonly string[]): readonly string[] {
  const names = folders.map((folder) => idFrom(fileNameOf(folder)))
  return folders.map((folder, index) => {
    const name = names[index] ?? ''
    return names.filter((other) => other === name).length === 1 && name !== ''
      ? name
      : idFrom(folder) || `part-${index + 1}`
  })
}

const idFrom = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
