import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, rename, symlink } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { marked } from 'marked'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Folder, plainFolder } from '../support/git-folder.ts'
import { layOutPackage, packFolders } from '../support/packed.ts'

const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '../..')

/** A project that has installed the package from its tarball. */
let project: Folder

beforeAll(async () => {
  project = await plainFolder({ 'package.json': '{ "type": "module" }' })
  const packed = path.join(project.path, 'packed')
  await layOutPackage(packed)
  const [tarball] = await packFolders(project.path, packed)
  await run('tar', ['-xzf', path.basename(tarball?.path ?? '')], { cwd: project.path })
  const modules = path.join(project.path, 'node_modules')
  await mkdir(modules)
  await rename(path.join(project.path, 'package'), path.join(modules, 'madrigal'))
  await symlink(path.join(root, 'node_modules/zod'), path.join(modules, 'zod'), 'junction')
})

afterAll(() => project[Symbol.asyncDispose]())

const installed = (...parts: readonly string[]): string =>
  path.join(project.path, 'node_modules/madrigal', ...parts)

const isDocumentation = (name: string): boolean => name.endsWith('.md')

/** The files of the package by their paths in it, with `/`. */
async function filesOfPackage(): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(installed(), { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(installed(), path.join(parentPath, name)))
  const read = names.map(
    async (name) => [name.split(path.sep).join('/'), await readFile(installed(name))] as const,
  )
  return new Map(await Promise.all(read))
}

interface Page {
  /** Where its links lead. */
  readonly links: readonly string[]
  /** Its headings, as links call them. */
  readonly headings: ReadonlySet<string>
}

function readPage(text: string): Page {
  const links: string[] = []
  const headings = new Set<string>()
  void marked.walkTokens(marked.lexer(text), (token) => {
    if (token.type === 'link' || token.type === 'image') links.push(token.href)
    if (token.type === 'heading') headings.add(slugOf(token.text))
  })
  return { links, headings }
}

const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w -]/g, '')
    .replaceAll(' ', '-')

describe('the package', () => {
  it.each([
    ['the program and its data', false, { files: 80, bytes: 2_600_000 }],
    ['documentation', true, { files: 25, bytes: 300_000 }],
  ])('has few files of %s, and not many bytes', async (_, documentation, limits) => {
    const sizes = [...(await filesOfPackage())].flatMap(([name, bytes]) =>
      isDocumentation(name) === documentation ? [bytes.length] : [],
    )
    expect(sizes.length).toBeLessThan(limits.files)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(limits.bytes)
  })

  it('links to the web and to what is in it only', async () => {
    const files = await filesOfPackage()
    const pages = new Map(
      [...files].flatMap(([name, bytes]) =>
        isDocumentation(name) ? [[name, readPage(bytes.toString())] as const] : [],
      ),
    )
    const relative = [...pages].flatMap(([page, { links }]) =>
      links.flatMap((link) => (/^[a-z]+:/.test(link) ? [] : [{ page, link }])),
    )
    const dead = relative.filter(({ page, link }) => {
      const [file = '', heading] = link.split('#')
      const target = file === '' ? page : path.posix.join(path.posix.dirname(page), file)
      return !files.has(target) || (heading !== undefined && !pages.get(target)?.headings.has(heading))
    })
    // People read this page in the repository, where these are.
    const elsewhere = [
      'examples/network-service/docs/decisions/0001-language-for-edge-proxy.md',
      'CONTRIBUTING.md',
    ]
    expect(dead).toEqual(elsewhere.map((link) => ({ page: 'README.md', link })))
    for (const link of elsewhere) expect(existsSync(path.join(root, link))).toBe(true)
    expect(relative.length).toBeGreaterThan(40)
  })

  it('runs the program of docs/library.md', async () => {
    const guide = await readFile(path.join(root, 'docs/library.md'), 'utf8')
    await project.write({ 'program.js': /^```js\n([\s\S]*?)^```/m.exec(guide)?.[1] ?? '' })
    const { stdout, stderr } = await run(process.execPath, ['program.js'], { cwd: project.path })
    expect(stderr).toBe('')
    expect(stdout.split('\n').map((line) => line.replace(/\d+ lines/, 'n lines'))).toEqual([
      "{ kind: 'chosen', option: 'go' }",
      'docs/decisions/0001-language-for-edge-proxy.md: n lines',
      '.madrigal/base/python-vs-go/edge-proxy@1.md: n lines',
      '.madrigal/evidence/python-vs-go/edge-proxy@1.md: n lines',
      '.madrigal/evidence/python-vs-go/edge-proxy@1.json: n lines',
      '.madrigal/.gitattributes: n lines',
      '.madrigal/.gitignore: n lines',
      '',
    ])
  })

  it('has types for all that it exports', async () => {
    await project.write({
      'types.ts': [
        "import { type Evaluation, type EvaluationTrace, type Template } from 'madrigal'",
        "import { compileTemplate, evaluate, evaluationTrace, parsePack } from 'madrigal'",
        "import { pack } from 'madrigal/packs/python-vs-go'",
        "import { templates } from 'madrigal/templates'",
        "const read = parsePack({ name: 'pack.yaml', text: '' })",
        'const problems: number = read.ok ? 0 : read.diagnostics.length',
        'const trace = (evaluation: Evaluation): EvaluationTrace => evaluationTrace(evaluation)',
        "const page: Template = compileTemplate({ text: '', partials: {} })",
        'const pages: readonly Template[] = [templates.nygard, page]',
        'export const all = [problems, trace, pages, pack.options.length, evaluate]',
      ].join('\n'),
    })
    const compiler = path.join(root, 'node_modules/typescript/bin/tsc')
    for (const resolution of [
      ['--module', 'nodenext'],
      ['--module', 'esnext', '--moduleResolution', 'bundler'],
    ]) {
      const options = ['--noEmit', '--strict', '--target', 'es2023', '--types', '', ...resolution, 'types.ts']
      const { stdout } = await run(process.execPath, [compiler, ...options], { cwd: project.path })
      expect(stdout).toBe('')
    }
  })

  it('has a library that asks for no part of Node', async () => {
    const seen = new Set<string>()
    const outside = new Set<string>()
    const visit = async (file: string): Promise<void> => {
      if (seen.has(file)) return
      seen.add(file)
      for (const [, specifier = ''] of (await readFile(file, 'utf8')).matchAll(
        /(?:\bfrom|\bimport)\s*\(?["']([\w@.][^"']*)["']/g,
      ))
        if (specifier.startsWith('.')) await visit(path.resolve(path.dirname(file), specifier))
        else outside.add(specifier)
    }
    for (const entry of ['index.mjs', 'templates.mjs', 'packs/python-vs-go.mjs'])
      await visit(installed('dist', entry))
    expect([...outside]).toEqual([])
    expect(seen.size).toBeGreaterThan(3)
  })
})
