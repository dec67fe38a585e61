// A step of `npm run build`: puts the command line and the library, with the packages that they use, into few files, because
// most of a short run goes into finding and opening files. What both use is there once.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { packIds } from './prepare-data.js'

const packages = fileURLToPath(new URL('../node_modules', import.meta.url))

const alias = {
  // Packages that others can do without, and do here.
  'source-map': false,
  'supports-color': false,
  // The forms of both that need no file system: the library runs in a browser as well.
  'handlebars/runtime.js': path.join(packages, 'handlebars/dist/cjs/handlebars.runtime.js'),
  handlebars: path.join(packages, 'handlebars/dist/cjs/handlebars.js'),
  yaml: path.join(packages, 'yaml/browser/index.js'),
}

/** Commander loads what starts programs, which takes long, for commands that are programs of their own; we have none. */
const NO_CHILDREN = '\0no-children'
const withoutChildren = {
  name: 'without-children',
  resolveId: (id, importer = '') =>
    id === 'node:child_process' && /[\\/]commander[\\/]/.test(importer) ? NO_CHILDREN : null,
  load: (id) => (id === NO_CHILDREN ? 'export const spawn = undefined' : null),
}

/** As a bundler takes a part of Node over from one form of modules into the other, it copies all that is in it. */
const withoutCopies = {
  name: 'without-copies',
  transform: (code) => code.replaceAll(/^import (\w+) from ('node:[^']+');?$/gm, 'const $1 = require($2);'),
}

/**
 * The program, in the older form of modules: Node needs a fifth of a bare start to get ready for the newer one. `dist/package.json`
 * says so of what is below it.
 */
export async function bundleProgram(build, dist) {
  const output = await bundled({
    input: [path.join(build, 'cli.js')],
    plugins: [withoutChildren, withoutCopies],
    dir: dist,
    format: 'cjs',
    strict: true,
    chunkFileNames: 'program/[name].js',
    codeSplitting: { includeDependenciesRecursively: false, groups: groupsOf(build) },
  })
  writeFileSync(path.join(dist, 'package.json'), '{ "type": "commonjs" }\n')
  writeFileSync(path.join(dist, 'program/licenses.txt'), licensesOf(output.flatMap(modulesOf)))
}

/** The library, which programs without a file system load as well. */
export async function bundleLibrary(build, dist) {
  const packs = packIds.map((id) => [`packs/${id}`, `criteria/shipped/${id}`])
  const entries = [['index', 'index'], ['templates', 'templates'], ...packs]
  await bundled({
    plugins: [],
    input: Object.fromEntries(entries.map(([name, file]) => [name, path.join(build, `${file}.js`)])),
    dir: dist,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: 'library/[name].mjs',
  })
}

async function bundled({ input, plugins, ...form }) {
  const modules = await rolldown({
    input,
    platform: 'node',
    preserveEntrySignatures: 'allow-extension',
    resolve: { alias },
    plugins,
    // Such as a package that is not there: the program would only fail where it is run.
    onwarn: ({ message }) => {
      throw new Error(message)
    },
  })
  const { output } = await modules.write({ minify: true, ...form })
  if (hasCycle(output)) throw new Error('some files of the bundle import each other')
  for (const { fileName } of output) shorten(path.join(form.dir, fileName))
  return output
}

const isOf = (file, name) => file.includes(path.join('node_modules', name, path.sep))

/** What `init` and `schema` make of schemas, and what makes templates of texts: most runs need neither. */
const isSeldom = (file) =>
  /json-schema|[\\/]handlebars[\\/](?:.*[\\/]compiler[\\/]|.*[\\/]handlebars\.js$)/.test(file)

const isOfAny = (file, ...names) => names.some((name) => isOf(file, name)) && !isSeldom(file)
const isOfStart = (file) => isOfAny(file, 'commander', 'yaml', 'zod') || file === NO_CHILDREN
const isOfRecords = (file) => isOfAny(file, 'diff', 'handlebars')

/** Each group takes what those before it have not, so that a start opens few files and loads what it needs and not much else. */
function groupsOf(build) {
  const loaded = (...names) => importsOf(names.map((name) => path.join(build, name)))
  const evaluate = loaded('cli/run.js', 'cli/commands/evaluate.js')
  const generate = loaded('cli/commands/generate.js', 'templates.js')
  const compiler = path.join(build, 'record/compile-template.js')
  const isPart = (file) => file.startsWith(build + path.sep)
  return [
    { name: 'start', test: (file) => isOfStart(file) || evaluate.has(file) },
    { name: 'generate', test: (file) => isOfRecords(file) || generate.has(file) },
    { name: 'compiler', test: (file) => isOf(file, 'handlebars') || file === compiler },
    { name: 'more', test: isPart, minShareCount: 2 },
  ]
}

/** Files that import each other may run before what they need is there. */
function hasCycle(output) {
  const imports = new Map(output.map((chunk) => [chunk.fileName, chunk.imports ?? []]))
  const reach = (name, seen = new Set()) => {
    for (const next of imports.get(name) ?? [])
      if (!seen.has(next)) {
        seen.add(next)
        reach(next, seen)
      }
    return seen
  }
  return [...imports.keys()].some((name) => reach(name).has(name))
}

/** Some files and all that is loaded with them. */
function importsOf(files, found = new Set()) {
  for (const file of files) {
    if (found.has(file)) continue
    found.add(file)
    const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export) .*? from '(\.[^']+)'/gms)
    importsOf(
      [...imports].map(([, specifier]) => path.resolve(path.dirname(file), specifier)),
      found,
    )
  }
  return found
}

/**
 * Engines read text that is ASCII alone faster. All signs that are not stand in texts and patterns, where this is the same. Nothing is
 * done by loading what the bundler has for its own use, and files name it that use nothing of it.
 */
function shorten(file) {
  const text = readFileSync(file, 'utf8')
    .replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/(?<=[;\n])require\("\.[^"]*\/rolldown-runtime\.js"\);/, '')
  writeFileSync(file, text)
}

function modulesOf(chunk) {
  return chunk.type === 'chunk' ? chunk.moduleIds : []
}

const isNotice = (line) => /^\s*copyright/i.test(line)

/** The licences of the packages that are in the bundle, which ask to go wherever their code goes. */
function licensesOf(modules) {
  const homes = new Set(
    modules.flatMap((file) => /^[^\0]*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file) ?? []),
  )
  const owners = new Map()
  for (const home of homes) {
    const { name, version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'))
    const file = readdirSync(home).find((entry) => /^licen[cs]e/i.test(entry))
    if (file === undefined) throw new Error(`${name} has no licence`)
    const lines = readFileSync(path.join(home, file), 'utf8').trim().split(/\r?\n/)
    // Most differ in nothing but who holds the copyright and where lines are broken.
    const terms = lines.filter((line) => !isNotice(line)).join('\n')
    const key = terms
      .replace(/\s+/g, ' ')
      .replaceAll("'", '"')
      .replace(/^(?:\(?The )?MIT License(?: \(MIT\)|\))? /i, '')
    const known = owners.get(key) ?? { terms: terms.trim(), notices: [] }
    known.notices.push(
      [`${name} ${version}`, ...lines.filter(isNotice).map((line) => line.trim())].join('\n'),
    )
    owners.set(key, known)
  }
  return [...owners.values()]
    .map(({ terms, notices }) => `${notices.join('\n\n')}\n\n${terms}\n`)
    .join('\n----\n\n')
}
