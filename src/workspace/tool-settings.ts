import path from 'node:path'
import { type Result, succeed } from '../diagnostics/diagnostic.ts'
import { joinResults } from '../diagnostics/join-results.ts'
import type { DirectoryClues } from '../plan/record-directory.ts'
import { type FileTree, oncePerTree } from './file-tree.ts'
import { pathInside, readIfThere } from './files.ts'

/** What the configuration of other tools says about the record directory, relative to the repository. */
type ToolSettings = Pick<DirectoryClues, 'adrDir' | 'adrsToml' | 'log4brains'>

/** The file of each tool, and how it says where the records are; undefined when it is silent. */
const tools: readonly {
  readonly name: keyof ToolSettings
  readonly file: string
  /** `below` is the way from the file to the folder that asks. */
  readonly read: (text: string, below: string) => Promise<unknown>
}[] = [
  { name: 'adrDir', file: '.adr-dir', read: async (text) => text },
  {
    name: 'adrsToml',
    file: 'adrs.toml',
    read: async (text) => valueAt((await import('smol-toml')).parse(text), ['adr_dir']),
  },
  {
    name: 'log4brains',
    file: '.log4brains.yml',
    read: async (text, below) => adrFolder(valueAt((await import('yaml')).parse(text), ['project']), below),
  },
]

/** Whether a file says where records are, for its folder and all below. */
export const isToolSettings = (name: string): boolean => tools.some(({ file }) => file === name)

const valueAt = (value: unknown, keys: readonly string[]): unknown =>
  keys.reduce(
    (node, key) => (typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined),
    value,
  )

/** That of the package around a folder, else that of the whole project. */
function adrFolder(project: unknown, below: string): unknown {
  const packages: unknown = valueAt(project, ['packages'])
  const own = (Array.isArray(packages) ? (packages as readonly unknown[]) : []).find((one) => {
    const written = valueAt(one, ['path'])
    return typeof written === 'string' && `${below}/`.startsWith(path.posix.join(written, '/'))
  })
  return valueAt(own, ['adrFolder']) ?? valueAt(project, ['adrFolder'])
}

/** The settings of the nearest folder that has any, from a folder up to the root of the repository, as adr-tools looks for them. */
export async function nearestSettings(
  root: string,
  folder: string,
  tree: FileTree,
): Promise<Result<ToolSettings>> {
  const below = (await pathInside(folder, root, tree)) ?? ''
  const parts = below.split('/').filter((part) => part !== '')
  for (let depth = parts.length; depth >= 0; depth -= 1) {
    const above = parts.slice(0, depth).join('/')
    const settings = await settingsIn(root, above, parts.slice(depth).join('/'), tree)
    if (!settings.ok || Object.keys(settings.value).length > 0) return settings
  }
  return succeed({})
}

type ToolTexts = Readonly<Partial<Record<keyof ToolSettings, string | null>>>

const textsIn = oncePerTree(async (root, folder, tree): Promise<Result<ToolTexts>> => {
  const nameOf = (file: string): string => path.posix.join(folder, file)
  // Most folders have none, and to fail to read a file takes longer than to see that it is not there.
  const names = await tree.names(path.join(root, folder)).catch(() => null)
  const there = tools.filter(({ file }) => names?.includes(file) ?? true)
  const texts = joinResults(
    await Promise.all(
      there.map(({ file }) => readIfThere(path.join(root, nameOf(file)), nameOf(file), tree)),
    ),
  )
  return texts.ok
    ? succeed(Object.fromEntries(there.map(({ name }, index) => [name, texts.value[index] ?? null])))
    : texts
})

async function settingsIn(
  root: string,
  folder: string,
  below: string,
  tree: FileTree,
): Promise<Result<ToolSettings>> {
  const texts = await textsIn(root, folder, tree)
  if (!texts.ok) return texts
  const found: (readonly [string, string])[] = []
  for (const { name, read } of tools) {
    const setting = await settingOf(texts.value[name] ?? null, async (text) => read(text, below))
    if (setting !== undefined) found.push([name, relativeToRoot(setting, folder)])
  }
  return succeed(Object.fromEntries(found))
}

/** A broken file is as good as none: it is not ours to complain of. */
async function settingOf(
  text: string | null,
  read: (text: string) => Promise<unknown>,
): Promise<string | undefined> {
  if (text === null) return undefined
  try {
    const setting = await read(text)
    return typeof setting === 'string' ? setting : undefined
  } catch {
    return undefined
  }
}

function relativeToRoot(setting: string, folder: string): string {
  const written = setting.trim().replaceAll('\\', '/')
  return folder === '' || written === '' || written.startsWith('/')
    ? written
    : path.posix.join(folder, written)
}
