import path from 'node:path'
import type { CommitTree } from '../workspace/commit-tree.ts'
import { displayPath } from '../workspace/files.ts'
import { PROFILE_NAME } from '../workspace/find-profile.ts'
import { isGlob } from '../workspace/profile-files.ts'

/** The profiles that either tree has and that a command line means, relative to the root and in code-unit order; or the name that means none. */
export type ReviewedProfiles =
  | { readonly ok: true; readonly profiles: readonly string[] }
  | { readonly ok: false; readonly name: string }

export async function reviewedProfiles(
  root: string,
  cwd: string,
  trees: readonly CommitTree[],
  named: readonly string[],
): Promise<ReviewedProfiles> {
  const all = trees.flatMap((tree) => [...tree.entries.keys()])
  const found = new Set<string>()
  for (const name of named.length === 0 ? [path.join(root, '**')] : named) {
    const pattern = displayPath(path.resolve(cwd, name), root)
    const matches = isGlob(pattern) ? matcherFor(pattern) : (file: string) => file === pattern
    const files = all.filter(matches)
    if (files.length === 0 && named.length > 0) return { ok: false, name }
    for (const file of files) found.add(file)
  }
  return { ok: true, profiles: [...found].toSorted((a, b) => (a < b ? -1 : 1)) }
}

/** A pattern as git reads it: one star stands for anything but `/`, two for any folders. What would match every file means profiles. */
function matcherFor(pattern: string): (file: string) => boolean {
  const source = pattern
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replace(/\[!/g, '[^')
    .replace(/\*\*\/|\/\*\*$|\*\*|\*|\?/g, (part) => wildcards[part] ?? part)
  const expression = compile(`^${source}$`)
  const isOpen = /(?:^|\/)\*+$/.test(pattern)
  return (file) => expression.test(file) && (!isOpen || path.posix.basename(file) === PROFILE_NAME)
}

const wildcards: Readonly<Record<string, string>> = {
  '**/': '(?:.*/)?',
  '/**': '/.*',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
}

/** A bracket that nobody closed matches nothing. */
function compile(source: string): RegExp {
  try {
    return new RegExp(source, 'su')
  } catch {
    return /(?!)/
  }
}
