import { folderOf } from '../document/file-path.ts'

/** Folders of what a project keeps but is not: somebody else's code, tests, examples and documents. */
const others = new Set(
  (
    'vendor third_party third-party node_modules site-packages dist build target out ' +
    'test tests testdata __tests__ spec e2e fixture fixtures mock mocks ' +
    'example examples sample samples demo demos tutorial tutorials benchmark benchmarks ' +
    'doc docs documentation website site hack .devcontainer .madrigal'
  ).split(' '),
)

/** The files that say something about what a project is. */
export function ownFiles(paths: readonly string[]): readonly string[] {
  const known = new Map<string, boolean>()
  return paths.filter((path) => {
    const folder = folderOf(path)
    const isOwn = known.get(folder) ?? !folder.split('/').some((name) => others.has(name.toLowerCase()))
    known.set(folder, isOwn)
    return isOwn
  })
}

/** Whether a path lies in a folder; everything lies in the root, which is empty. */
export const isIn = (folder: string, path: string): boolean => folder === '' || path.startsWith(`${folder}/`)
