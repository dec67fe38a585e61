import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { findEvidentRepository } from './evident-repository.ts'

/** A branch of the repository, or one of another that git knows from the last time it fetched. */
export interface Branch {
  /** In full, such as `refs/remotes/origin/main`. */
  readonly name: string
  readonly commit: string
}

/**
 * The branches of a repository, as `git for-each-ref` lists them, where its files alone tell: all of one commit, so that none was
 * worked on later than another. Null where git is to be asked (gitrepository-layout(5), git-pack-refs(1)).
 */
export function readEvidentBranches(root: string): readonly Branch[] | null {
  if (findEvidentRepository(root)?.root !== root) return null
  try {
    const git = path.join(root, '.git')
    const values = new Map([
      ...packedRefs(git),
      ...looseRefs(git, 'refs/heads'),
      ...looseRefs(git, 'refs/remotes'),
    ])
    const branches = [...values.keys()]
      .filter((name) => /^refs\/(?:heads|remotes)\//.test(name))
      .map((name) => ({ name, commit: commitOf(name, values) }))
    const [commit, ...others] = new Set(branches.map((branch) => branch.commit))
    if (others.length > 0 || (commit !== undefined && !mayHave(git, commit))) return null
    return branches.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return null
  }
}

/** Whether no branch has anything that the work tree was not made from, where the files of git alone tell. */
export function areBranchesHere(root: string): boolean {
  const branches = readEvidentBranches(root)
  if (branches === null) return false
  const head = readFileSync(path.join(root, '.git/HEAD'), 'utf8').trim()
  return branches.length === 0 || branches.some(({ name, commit }) => [commit, `ref: ${name}`].includes(head))
}

/** Whether there is such an object, as a file or perhaps in a pack. */
const mayHave = (git: string, commit: string): boolean =>
  /^[0-9a-f]{40}$/.test(commit) &&
  (existsSync(path.join(git, 'objects', commit.slice(0, 2), commit.slice(2))) ||
    readdirSync(path.join(git, 'objects/pack')).length > 0)

/** A reference may name another, such as `origin/HEAD`. */
function commitOf(name: string, values: ReadonlyMap<string, string>): string {
  const value = values.get(name) ?? ''
  return value.startsWith('ref: ') ? (values.get(value.slice('ref: '.length)) ?? '') : value
}

/** Lines of a commit and a name; a comment, and what a tag stands for, are of another form. */
function packedRefs(git: string): readonly (readonly [string, string])[] {
  if (!readdirSync(git).includes('packed-refs')) return []
  const lines = readFileSync(path.join(git, 'packed-refs'), 'utf8').split('\n')
  return lines.flatMap((line) => {
    const [, commit, name] = /^([0-9a-f]{40}) (\S+)$/.exec(line) ?? []
    return commit === undefined || name === undefined ? [] : [[name, commit] as const]
  })
}

/** One file for each, which goes before what is packed. */
function looseRefs(git: string, folder: string): readonly (readonly [string, string])[] {
  const [kind, inside = ''] = folder.split('/')
  if (kind === undefined || !readdirSync(path.join(git, kind)).includes(inside)) return []
  const entries = readdirSync(path.join(git, folder), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name)
      return [path.relative(git, file).split(path.sep).join('/'), readFileSync(file, 'utf8').trim()]
    })
}
