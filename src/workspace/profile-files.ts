import { PROFILE_NAME } from './find-profile.ts'
import { gitIn } from './git.ts'

/** Whether a name on the command line stands for many files. */
export const isGlob = (name: string): boolean => /[*?[]/.test(name)

/**
 * The files that git knows or would add, and that match a pattern; relative to the folder, in code-unit order.
 *
 * @param pattern relative to the folder, in which two stars stand for any folders
 */
export async function matchingFiles(folder: string, pattern: string): Promise<readonly string[]> {
  const options = ['--cached', '--others', '--exclude-standard', '--deduplicate', '-z']
  const listed = await gitIn(folder).raw(['ls-files', ...options, '--', `:(glob)${pattern}`])
  const files = listed.split('\0').filter((file) => file !== '')
  // What matches everything is meant for the profiles below.
  const isOpen = /(?:^|\/)\*+$/.test(pattern)
  return files
    .filter((file) => !isOpen || file === PROFILE_NAME || file.endsWith(`/${PROFILE_NAME}`))
    .toSorted((a, b) => (a < b ? -1 : 1))
}

/** Every profile below a folder. */
export const profilesBelow = (folder: string): Promise<readonly string[]> =>
  matchingFiles(folder, `**/${PROFILE_NAME}`)
