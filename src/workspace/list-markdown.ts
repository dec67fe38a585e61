import { gitIn } from './git.ts'

/** The Markdown files of a repository but those that git ignores and the machine's own, in code-unit order. */
export async function listMarkdown(root: string): Promise<readonly string[]> {
  const options = ['--cached', '--others', '--exclude-standard', '-z', '--', '*.md']
  const listed = await gitIn(root).raw(['ls-files', ...options])
  return sortMarkdown(listed.split('\0').filter((file) => file !== ''))
}

/** Of some paths, those of Markdown files that are not the machine's own, each once. */
export const sortMarkdown = (files: Iterable<string>): readonly string[] =>
  [...new Set(files)]
    .filter((file) => file.endsWith('.md') && !file.startsWith('.madrigal/'))
    .toSorted((a, b) => (a < b ? -1 : 1))
