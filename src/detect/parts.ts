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

/** Folders that are built on their own: two or more of them make a project of several parts. */
export interface PartFolders {
  readonly folders: readonly string[]
  /** Those whose sources are in none of the languages that the rules tell apart. */
  readonly others: readonly string[]
}

export function findParts(rules: readonly DetectionRule[], paths: readonly string[]): PartFolders {
  const heads = [...new Set(paths.filter(isHead).map(folderOf))].filter((folder) => folder !== '')
  const outermost = heads.filter((folder) => !heads.some((other) => other !== folder && isIn(other, folder)))
  const languages = rules.flatMap(({ language = [] }) => language)
  const sources = sourcesIn(paths)
  const withSources = outermost.filter((folder) => sources.some((path) => isIn(folder, path)))
  const isCompared = (folder: string): boolean =>
    languages.length === 0 || sources.some((path) => isIn(folder, path) && isWrittenIn(languages, path))
  const folders = withSources.filter(isCompared)
  if (folders.length < 2) return { folders: [], others: [] }
  return { folders, others: withSources.filter((folder) => !isCompared(folder)) }
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
