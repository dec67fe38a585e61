import { askGit } from './git.ts'

export const PROFILE_NAME = 'adr-profile.yaml'

/** What people call a profile by mistake. */
export const OTHER_PROFILE_NAME = 'adr-profile.yml'

/** The files in a folder that git knows or would add, by patterns. */
async function listFiles(folder: string, ...patterns: readonly string[]): Promise<readonly string[]> {
  const options = ['--cached', '--others', '--exclude-standard', '-z']
  const listed = await askGit(folder, 'ls-files', ...options, '--', ...patterns)
  // Git names a file with a conflict several times.
  return [...new Set(listed.split('\0'))].filter((file) => file !== '')
}

/** The Markdown files of a repository but those that git ignores and the machine's own, in code-unit order. */
export const listMarkdown = async (root: string): Promise<readonly string[]> =>
  sortMarkdown(await listFiles(root, '*.md'))

/** Of some paths, those of Markdown files that are not the machine's own, each once. */
export const sortMarkdown = (files: Iterable<string>): readonly string[] =>
  [...new Set(files)]
    .filter((file) => file.endsWith('.md') && !file.startsWith('.madrigal/'))
    .toSorted((a, b) => (a < b ? -1 : 1))

/** Whether a name on the command line stands for many files. */
export const isGlob = (name: string): boolean => /[*?[]/.test(name)

/**
 * The files that git knows or would add, and that match a pattern; relative to the folder, in code-unit order.
 *
 * @param pattern relative to the folder, in which two stars stand for any folders
 */
export async function matchingFiles(folder: string, pattern: string): Promise<readonly string[]> {
  const files = await listFiles(folder, `:(glob)${pattern}`)
  // What matches everything is meant for the profiles below.
  const isOpen = /(?:^|\/)\*+$/.test(pattern)
  return files
    .filter((file) => !isOpen || file === PROFILE_NAME || file.endsWith(`/${PROFILE_NAME}`))
    .toSorted((a, b) => (a < b ? -1 : 1))
}

/** Every profile below a folder. */
export const profilesBelow = (folder: string): Promise<readonly string[]> =>
  matchingFiles(folder, `**/${PROFILE_NAME}`)
