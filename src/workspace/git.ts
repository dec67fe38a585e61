/** Git itself is loaded when there is something to ask: most runs have nothing. */
const load = () => import('./run-git.ts')

/** What git answers in a folder. */
export const askGit = async (folder: string, ...words: readonly string[]): Promise<string> =>
  (await load()).askGit(folder, ...words)

/** What git knows about the objects whose names it reads from its standard input. */
export const catFile = async (folder: string, input: string, ...words: readonly string[]): Promise<Buffer> =>
  (await load()).catFile(folder, input, ...words)
