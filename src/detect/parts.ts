import type { DetectionRule } from '../criteria/detection.ts'
import { baseName, folderOf, isIn } from './own-files.ts'
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

const isHead = (path: string): boolean => manifests.has(baseName(path)) || /^Dockerfile$/.test(baseName(path))

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
  const heads = [...new Set(paths.filter(isHead).map(folderOf))].filter((folder) => folder !== '')
  const outermost = heads.filter((folder) => !heads.some((other) => other !== folder && isIn(other, folder)))
  const languages = rules.flatMap(({ language = [] }) => language)
  const isCompared = (path: string): boolean => languages.length === 0 || isWrittenIn(languages, path)
  const folderAround = (path: string): string | undefined => outermost.find((folder) => isIn(folder, path))
  const sources = sourcesIn(paths)
  const compared = sources.filter(isCompared)
  const inFolders = compared.flatMap((path) => folderAround(path) ?? [])
  if (inFolders.length < compared.length - inFolders.length)
    return { folders: [], others: [], rest: paths.filter((path) => folderAround(path) === undefined) }
  const folders = outermost.filter((folder) => inFolders.includes(folder))
  if (folders.length < 2) return { folders: [], others: [], rest: paths }
  const others = outermost.filter(
    (folder) => !folders.includes(folder) && sources.some((path) => isIn(folder, path)),
  )
  return { folders, others, rest: paths }
}

/** An id for each folder: its own name, or its whole path where two are called the same. */
export function partIds(folders: readonly string[]): readonly string[] {
  const names = folders.map((folder) => idFrom(baseName(folder)))
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
