import path from 'node:path'
import { makeVisible } from '../report/visible-text.ts'
import { displayPath } from '../workspace/files.ts'
import { PROFILE_NAME, isGlob } from '../workspace/git-files.ts'
import type { Invocation } from './invocation.ts'
import { refuse } from './problems.ts'
import type { Sides } from './touched-profiles.ts'

/** The profiles that either side has and that a command line means, relative to the root and in code-unit order. */
export function reviewedProfiles(
  invocation: Invocation,
  { root, before, after }: Sides,
  named: readonly string[],
): readonly string[] {
  const all = [...before.entries.keys(), ...after.entries.keys()]
  const found = new Set<string>()
  for (const name of named.length === 0 ? [path.join(root, '**')] : named) {
    const pattern = displayPath(path.resolve(invocation.cwd, name), root)
    const matches = isGlob(pattern) ? matcherFor(pattern) : (file: string) => file === pattern
    const files = all.filter(matches)
    if (files.length === 0 && named.length > 0)
      refuse(invocation, `neither side of the change has a profile \`${makeVisible(name)}\``)
    for (const file of files) found.add(file)
  }
  return [...found].toSorted((a, b) => (a < b ? -1 : 1))
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
