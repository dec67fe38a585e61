import type { Pack } from '../criteria/pack.ts'
import { type AboutProject, type ReadText, aboutProject, isAboutProject, summaryOf } from './about-project.ts'
import { type Dependency, dependenciesIn, isManifest } from './dependencies.ts'
import { type Part, findSigns } from './find-signs.ts'
import type { Finding, Sign } from './finding.ts'
import { sourcesIn } from './languages.ts'
import { isIn, ownFiles } from './own-files.ts'
import { findParts, partIds } from './parts.ts'
import { pathsLike } from './path-pattern.ts'
import { settleSigns, shareAlike } from './settle-signs.ts'

/** What a part of a project is, as far as its repository says. */
export interface DetectedPart {
  readonly id: string
  readonly folder: string
  readonly summary: ReadText | null
  readonly findings: readonly Finding[]
}

/** What a repository says of the project in it. */
export interface Detection extends AboutProject {
  readonly findings: readonly Finding[]
  /** None, or at least one. */
  readonly parts: readonly DetectedPart[]
  /** Folders that are built on their own and are in none of the languages that are compared. */
  readonly otherFolders: readonly string[]
}

/**
 * The files whose texts a pack's rules ask for, in the order of the paths.
 *
 * @param pack a pack; its `detect` rules say which files matter
 * @param paths the files of a repository, relative to its root, with `/`
 */
export function filesToRead(pack: Pack, paths: readonly string[]): readonly string[] {
  const patterns = pack.detection.flatMap(({ files = [], lines, key }) =>
    lines === undefined && key === undefined ? [] : files,
  )
  const own = ownFiles(paths)
  const wanted = new Set([
    ...paths.filter(isAboutProject),
    ...own.filter(isManifest),
    ...pathsLike(patterns, own),
  ])
  return paths.filter((path) => wanted.has(path))
}

/**
 * Tells from the files of a repository what a profile would say, and where each answer stands. Text of a repository is never more than data.
 *
 * @param pack a pack with `detect` rules
 * @param paths all files, relative to the root of the repository, with `/`, in code-unit order
 * @param texts the texts of `filesToRead`, as far as they could be read
 * @param chosen folders to take as components, instead of those that look like some
 */
export function detect(
  pack: Pack,
  paths: readonly string[],
  texts: ReadonlyMap<string, string>,
  chosen: readonly string[] = [],
): Detection {
  const own = ownFiles(paths)
  const { folders: found, others, rest } = findParts(pack.detection, own)
  const whole: Part = {
    files: pathsLike(
      pack.detection.flatMap(({ files = [] }) => files),
      own,
    ),
    sources: sourcesIn(own),
    dependencies: own.flatMap((file) => dependenciesIn(file, texts.get(file) ?? '')),
    texts,
    folders: found,
  }
  const isOfWhole = new Set(rest)
  const dependencies = whole.dependencies.filter(({ file }) => isOfWhole.has(file))
  const signs = findSigns(pack, { ...whole, dependencies })
  const about = aboutProject(texts)
  const folders = chosen.length > 0 ? chosen : found
  return folders.length === 0
    ? { ...about, findings: settleSigns(pack, signs), parts: [], otherFolders: [] }
    : { ...about, ...detectParts(pack, whole, signs, folders), otherFolders: chosen.length > 0 ? [] : others }
}

/** Each folder by itself; what holds for the whole project, or is the same in all of them, is told of the project. */
function detectParts(
  pack: Pack,
  whole: Part,
  signs: readonly Sign[],
  folders: readonly string[],
): Pick<Detection, 'findings' | 'parts'> {
  const ofParts = folders.map((folder) => {
    const own = findSigns(pack, partIn(whole, folder))
    return settleSigns(
      pack,
      own.filter(({ wholeProject }) => !wholeProject),
    )
  })
  const { shared, own } = shareAlike(ofParts)
  const ids = partIds(folders)
  const ofProject = settleSigns(
    pack,
    signs.filter(({ wholeProject }) => wholeProject),
  )
  return {
    findings: inOrder(pack, [...ofProject, ...shared]),
    parts: folders.map((folder, index) => ({
      id: ids[index] ?? '',
      folder,
      summary: summaryOf(whole.texts, folder),
      findings: own[index] ?? [],
    })),
  }
}

function partIn({ files, sources, dependencies, texts }: Part, folder: string): Part {
  const inside = ({ file }: Dependency): boolean => isIn(folder, file)
  return {
    files: files.filter((path) => isIn(folder, path)),
    sources: sources.filter((path) => isIn(folder, path)),
    dependencies: dependencies.filter(inside),
    texts,
    folders: [],
  }
}

const inOrder = ({ facts }: Pack, findings: readonly Finding[]): readonly Finding[] =>
  facts.flatMap((fact) => findings.filter((finding) => finding.fact.id === fact.id).slice(0, 1))
