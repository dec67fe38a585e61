// A step of `npm run build`: puts the command line and the library, with the packages that they use, into few files, because
// most of a short run goes into finding and opening files. What both use is there once.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const packages = fileURLToPath(new URL('../node_modules', import.meta.url))

const alias = {
  // Packages that others can do without, and do here.
  'source-map': false,
  'supports-color': false,
  // The forms of both that need no file system: the library runs in a browser as well.
  'handlebars/runtime': path.join(packages, 'handlebars/dist/cjs/handlebars.runtime.js'),
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

export async function bundle(build, dist) {
  const entries = Object.fromEntries(
    ['cli', 'index', 'templates'].map((name) => [name, path.join(build, `${name}.js`)]),
  )
  const program = await rolldown({
    input: entries,
    platform: 'node',
    preserveEntrySignatures: 'allow-extension',
    resolve: { alias },
    plugins: [withoutChildren],
    // Such as a package that is not there: the program would only fail where it is run.
    onwarn: ({ message }) => {
      throw new Error(message)
    },
  })

  const { output } = await program.write({
    dir: dist,
    format: 'esm',
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'program/[name].js',
    codeSplitting: { includeDependenciesRecursively: false, groups: groupsOf(build, Object.values(entries)) },
  })
  if (hasCycle(output)) throw new Error('some files of the bundle import each other')
  for (const { fileName } of output) escapeSigns(path.join(dist, fileName))
  loadModuleLazily(path.join(dist, 'program/rolldown-runtime.js'))
  writeFileSync(path.join(dist, 'program/licenses.txt'), licensesOf(output.flatMap(modulesOf)))
}

const isOf = (file, name) => file.includes(path.join('node_modules', name, path.sep))

/** What reads a profile. A schema of a schema is for `schema` and `init`. */
const readsProfile = (file) => isOf(file, 'yaml') || (isOf(file, 'zod') && !file.includes('json-schema'))

/** What makes a record. The compiler is for templates of somebody's own. */
const makesRecord = (file) =>
  isOf(file, 'diff') || (isOf(file, 'handlebars') && !/compiler|[\\/]handlebars\.js$/.test(file))

const readsCommand = (file) => isOf(file, 'commander') || file === NO_CHILDREN

/**
 * Each group takes what those before it have not, so that a start loads what it needs and not much else. The library must
 * not load what touches the machine, so that is apart.
 */
function groupsOf(build, entries) {
  const loaded = (...names) => importsOf(names.map((name) => path.join(build, name)))
  const evaluate = loaded('cli/run.js', 'cli/commands/evaluate.js')
  const generate = loaded('cli/commands/generate.js', 'templates.js')
  const compiler = path.join(build, 'record/compile-template.js')
  const isPart = (file) => file.startsWith(build + path.sep) && !entries.includes(file)
  const isShell = (file) =>
    ['cli', 'workspace'].some((name) => file.startsWith(path.join(build, name, path.sep)))
  const shell = (file) => isPart(file) && isShell(file)
  const core = (file) => isPart(file) && !isShell(file)
  return [
    { name: 'core', test: (file) => readsProfile(file) || (core(file) && evaluate.has(file)) },
    { name: 'record', test: (file) => makesRecord(file) || (core(file) && generate.has(file)) },
    { name: 'compiler', test: (file) => isOf(file, 'handlebars') || file === compiler },
    { name: 'more', test: core, minShareCount: 2 },
    {
      name: 'start',
      test: (file) => readsCommand(file) || (shell(file) && evaluate.has(file)),
    },
    { name: 'generate', test: (file) => shell(file) && generate.has(file) },
    { name: 'shell', test: shell, minShareCount: 2 },
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

/** Engines read text that is ASCII alone faster. All signs that are not stand in texts and patterns, where this is the same. */
function escapeSigns(file) {
  const text = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    text.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  )
}

/** Only packages of the command line ask for parts of Node; where there are none, the library goes without. */
function loadModuleLazily(file) {
  const text = readFileSync(file, 'utf8')
  const eager = /import\{createRequire as (\w+)\}from"node:module";/
  if (!eager.test(text)) throw new Error(`${file} does not begin as it did`)
  writeFileSync(
    file,
    text.replace(eager, 'const $1=url=>globalThis.process?.getBuiltinModule?.("module").createRequire(url);'),
  )
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
