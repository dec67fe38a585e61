import { catFile } from './git.ts'

export interface GitObject {
  readonly id: string
  readonly type: 'blob' | 'tree' | 'commit' | 'tag'
  readonly content: Buffer
}

/** What a folder has under one name, in a commit. */
export interface TreeEntry {
  readonly name: string
  readonly id: string
  readonly isFile: boolean
  readonly isFolder: boolean
}

/**
 * The objects that names stand for, in the order of the names; null where there is none. Nothing that a repository configures
 * is done to their content.
 *
 * @param names such as `<commit>:<path>`; the path is that from the root
 */
export async function readObjects(
  root: string,
  names: readonly string[],
): Promise<readonly (GitObject | null)[]> {
  const output = await askFor(root, names, '--batch')
  let position = 0
  return names.map(() => {
    const head = headAt(output, position)
    position = head.end
    if (head.object === null) return null
    const content = output.subarray(position, position + head.object.size)
    position += head.object.size + 1
    return { id: head.object.id, type: head.object.type, content }
  })
}

/** The ids of the folders that names stand for, each once. */
export async function findTrees(root: string, names: readonly string[]): Promise<readonly string[]> {
  const output = await askFor(root, names, '--batch-check')
  const ids = new Set<string>()
  for (let position = 0; position < output.length;) {
    const { object, end } = headAt(output, position)
    position = end
    if (object?.type === 'tree') ids.add(object.id)
  }
  return [...ids]
}

async function askFor(root: string, names: readonly string[], mode: string): Promise<Buffer> {
  if (names.length === 0) return Buffer.alloc(0)
  // Git reads one name a line.
  const lines = names.map((name) => `${name.includes('\n') ? 'none' : name}\n`)
  return catFile(root, lines.join(''), mode, '--buffer')
}

interface Head {
  readonly object: { readonly id: string; readonly type: GitObject['type']; readonly size: number } | null
  /** Where the next line starts. */
  readonly end: number
}

/** `<id> <type> <size>`, or a name with what is wrong with it. */
function headAt(output: Buffer, position: number): Head {
  const found = output.indexOf('\n', position)
  const end = found === -1 ? output.length : found
  const line = output.toString('utf8', position, end)
  const [, id = '', type, size] = /^([0-9a-f]{40,64}) (blob|tree|commit|tag) (\d+)$/.exec(line) ?? []
  const isObject = type === 'blob' || type === 'tree' || type === 'commit' || type === 'tag'
  return { object: isObject ? { id, type, size: Number(size) } : null, end: end + 1 }
}

/** What is in a folder: for each entry git keeps its mode, its name, a NUL, and the bytes of its id. */
export function entriesOf({ id, type, content }: GitObject): readonly TreeEntry[] {
  const entries: TreeEntry[] = []
  const length = type === 'tree' ? content.length : 0
  const idBytes = id.length / 2
  for (let position = 0; position < length;) {
    const space = content.indexOf(' ', position)
    const end = content.indexOf(0, space)
    const mode = content.toString('latin1', position, space)
    entries.push({
      name: content.toString('utf8', space + 1, end),
      id: content.toString('hex', end + 1, end + 1 + idBytes),
      isFile: mode.startsWith('100'),
      isFolder: mode === '40000',
    })
    position = end + 1 + idBytes
  }
  return entries
}
