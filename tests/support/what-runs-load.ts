import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'
import { type Folder, plainFolder } from './git-folder.ts'

/** The packages that the program is made of, and words that a file of the built program has if the package is in it. */
export const packageMarks = {
  '@clack/core': 'clack:cancel',
  commander: 'commander.unknownOption',
  diff: 'newFileName',
  // What makes templates of texts is large. What fills templates in is small, and has an entry of its own.
  handlebars: 'Parse error on line',
  'handlebars/runtime': 'Template was precompiled with',
  'simple-git': 'allowUnsafeSshCommand',
  'smol-toml': 'Invalid TOML document',
  yaml: 'tag:yaml.org,2002:',
  zod: 'ZodError',
} as const

/** What one run loads and starts. */
export interface Load {
  readonly code: number | null
  /** Every file, within the folder that the program lies in, with `/`. */
  readonly files: readonly string[]
  readonly packages: readonly string[]
  /** The folders of src/ that it has modules of; the built program has none. */
  readonly folders: readonly string[]
  /** What it asks git, each time it does. */
  readonly git: readonly string[]
}

/** `modules` is the program before it is put into few files. */
type Form = 'program' | 'modules'

const programOf = (form: Form): string =>
  form === 'program' ? inject('program') : path.join(inject('modules'), 'cli.js')

/** Runs the program and looks at all that Node loads for it. */
export async function loadOf(form: Form, folder: Folder, options: readonly string[]): Promise<Load> {
  await using notes = await plainFolder({ 'bin/git': gitThatNotes, 'git.txt': '' })
  await chmod(path.join(notes.path, 'bin/git'), 0o755)
  const program = programOf(form)
  const run = spawn(process.execPath, [program, ...options], {
    cwd: folder.path,
    // Node writes down what a run covers: every file that was loaded is there, and what it loaded of packages.
    env: {
      HOME: inject('home'),
      PATH: [path.join(notes.path, 'bin'), process.env['PATH']].join(path.delimiter),
      REAL_PATH: process.env['PATH'],
      NOTES: path.join(notes.path, 'git.txt'),
      NODE_V8_COVERAGE: path.join(notes.path, 'coverage'),
    },
    stdio: 'ignore',
  })
  const [code] = (await once(run, 'close')) as [number | null]
  const loaded = await loadedFiles(path.join(notes.path, 'coverage'))
  const here = path.dirname(program)
  const files = loaded.filter((file) => file.startsWith(here + path.sep))
  const names = files.map((file) => path.relative(here, file).split(path.sep).join('/'))
  return {
    code,
    files: names.toSorted(),
    packages: form === 'program' ? await packagesIn(files) : packagesOf(loaded),
    folders: form === 'program' ? [] : unique(names.flatMap((name) => /^[^/]+(?=\/)/.exec(name) ?? [])),
    git: askedIn(await readFile(path.join(notes.path, 'git.txt'), 'utf8')),
  }
}

const gitThatNotes = '#!/bin/sh\necho "$*" >>"$NOTES"\nPATH=$REAL_PATH exec git "$@"\n'

/** The words after the settings that every call has. */
const askedIn = (notes: string): readonly string[] =>
  [...notes.matchAll(/^(?:-c \S+ )*(\S+)/gm)].map(([, word = '']) => word).toSorted()

async function loadedFiles(coverage: string): Promise<readonly string[]> {
  const names = await readdir(coverage)
  const texts = await Promise.all(names.map((name) => readFile(path.join(coverage, name), 'utf8')))
  const urls = texts.flatMap((text) =>
    (JSON.parse(text) as { readonly result: readonly { readonly url: string }[] }).result.map(
      ({ url }) => url,
    ),
  )
  return unique(urls.filter((url) => url.startsWith('file:')).map((url) => fileURLToPath(url)))
}

/** The packages in files of the built program, found by what the files say: their names change with every build. */
export async function packagesIn(files: readonly string[]): Promise<readonly string[]> {
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  return Object.entries(packageMarks)
    .filter(([, mark]) => texts.some((text) => text.includes(mark)))
    .map(([name]) => name)
}

/** The packages that files come from, of those that the program asks for; these ask for others. */
function packagesOf(files: readonly string[]): readonly string[] {
  const names = files.flatMap((file) => {
    const [, name = '', rest = ''] =
      /node_modules\/((?:@[^/]+\/)?[^/]+)\/(.*)/.exec(file.split(path.sep).join('/')) ?? []
    return name === 'handlebars' && !rest.includes('/compiler/') ? 'handlebars/runtime' : name
  })
  return unique(names.filter((name) => Object.hasOwn(packageMarks, name)))
}

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)].toSorted()
