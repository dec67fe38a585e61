// A step of `npm run build`: puts what the declarations of the library need into one file, dist/index.d.mts. `tsc` has no way
// to do that, and a bundler of declarations would bring a compiler of its own. Two declarations of one name are an error.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const importing = /^(?:import|export)\s[^;]*?\sfrom\s+['"]([^'"]+)['"];\n/gm
const declaring =
  /^(?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?(?:export )?(?:declare )?(?:const|function|interface|type|class) ([\w$]+)/

export function writeDeclarations(build, dist) {
  const entry = path.join(build, 'index.d.ts')
  const main = readFileSync(entry, 'utf8')
  const { packagesOf, declarations } = declarationsFrom(entry)
  const exported = [...main.matchAll(/^export (type )?\{([^}]*)\} from/gm)].flatMap(([, type = '', names]) =>
    names
      .split(',')
      .map((name) => ({ type, name: name.trim() }))
      .filter(({ name }) => name !== ''),
  )
  const needed = neededFor(exported, declarations)
  const names = new Set(exported.map(({ name }) => name))
  // What nobody can import says what it is in the source.
  const documented = (name, text) => (names.has(name) ? text : text.replaceAll(/\/\*\*[^]*?\*\/\s*/g, ''))
  const parts = [
    ...(/^\/\*\*[\s\S]*?\*\//.exec(main) ?? []),
    ...new Set([...needed].flatMap((name) => importsFor(declarations.get(name), packagesOf.get(name)))),
    `import type { ${Object.entries(short)
      .map(([name, own]) => `${name} as ${own}`)
      .join(', ')} } from 'zod/mini';`,
    ...[...declarations]
      .filter(([name]) => needed.has(name))
      .map(([name, text]) => compact(documented(name, text).trim())),
    `export {\n${exported.map(({ type, name }) => `\t${type}${name},\n`).join('')}};\n`,
  ]
  writeFileSync(path.join(dist, 'index.d.mts'), parts.join('\n\n'))
}

/** A schema names these hundreds of times. */
const short = { ZodMiniString: 'ZS', ZodMiniOptional: 'ZO', ZodMiniArray: 'ZA', ZodMiniObject: 'ZB' }

/** What a schema takes in is for compilers, not for readers; the type that is made from it has a name. */
const compact = (text) =>
  /^declare const \w+: z\.Zod/m.test(text)
    ? text.replace(/^declare const [^]*/m, (schema) =>
        schema
          .replaceAll(/\s+/g, ' ')
          .replaceAll(', z.core.$strip', '')
          .replaceAll(/ ?([{}<>;:,|]) ?/g, '$1')
          .replaceAll(/\bz\.(Zod\w+)/g, (name, own) => short[own] ?? name),
      )
    : text.replaceAll(/^(?: {4})+/gm, (indent) => '\t'.repeat(indent.length / 4))

/** The imports of a file that one of its declarations uses. */
const importsFor = (declaration, imports) =>
  imports.filter((line) => {
    const [, name] = /^import (?:type )?(?:\* as )?(\w+) from/.exec(line) ?? []
    return name === undefined || new RegExp(`\\b${name}\\.`).test(declaration)
  })

/** Every declaration by its name, with what its file imports from packages. */
function declarationsFrom(entry) {
  const [packagesOf, declarations, seen] = [new Map(), new Map(), new Set()]
  const read = (file) => {
    if (seen.has(file)) return
    seen.add(file)
    const text = readFileSync(file, 'utf8')
    const packages = []
    for (const [whole, specifier] of text.matchAll(importing))
      if (specifier.startsWith('.'))
        read(path.resolve(path.dirname(file), specifier.replace(/\.[jt]s$/, '.d.ts')))
      else packages.push(whole.trim())
    for (const [name, declaration] of declarationsIn(text.replace(importing, ''))) {
      if (declarations.has(name))
        throw new Error(`${file} declares ${name}, as another file does: rename one of them`)
      declarations.set(name, declaration)
      packagesOf.set(name, packages)
    }
  }
  read(entry)
  return { packagesOf, declarations }
}

function declarationsIn(text) {
  const declarations = new Map()
  let last
  // A comment belongs to what follows it.
  for (const piece of text.split(/^(?=\/\*\*)|(?<!\*\/\n)^(?=(?:export|declare|interface|type) )/m)) {
    const name = declaring.exec(piece)?.[1]
    if (name !== undefined)
      declarations.set(name, piece.replace(/^export (?=(?:declare|interface|type) )/m, ''))
    // Within a union, comments begin a line as well.
    else if (last !== undefined) declarations.set(last, declarations.get(last) + piece)
    last = name ?? last
  }
  return declarations
}

function neededFor(exported, declarations) {
  const needed = new Set()
  const need = (name) => {
    const text = declarations.get(name)
    if (text === undefined || needed.has(name)) return
    needed.add(name)
    for (const [, type, word] of text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/(typeof )?([\w$]+)/g))
      // A type speaks of a value by `typeof`; else it is a key of the same name.
      if (type !== undefined || !/^(?:export )?declare const/m.test(declarations.get(word) ?? '')) need(word)
  }
  for (const { name } of exported) need(name)
  return needed
}
