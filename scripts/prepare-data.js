// Steps of `npm run build`: the packs and the templates that come with Madrigal as modules among the others, to be bundled with
// them, so that no run has to parse a pack, and a program without a file system has both.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import Handlebars from 'handlebars'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The packs that come with it, in code-unit order. */
export const packIds = readdirSync(path.join(root, 'criteria'))
  .filter((file) => !file.endsWith('.test.yaml'))
  .map((file) => path.basename(file, '.yaml'))
  .toSorted()

const templateNames = ['madr', 'nygard']

/** Modules that the program looks for when it runs. */
export async function prepareData(build) {
  await preparePacks(build)
  await prepareTemplates(build)
  const packs = packIds.map((id) => [id, `(await import('../criteria/shipped/${id}.js')).pack`])
  const templates = templateNames.map((name) => [name, `(await import('../templates.js')).templates.${name}`])
  writeFileSync(
    path.join(build, 'workspace/prepared.js'),
    `export const preparedPacks = ${loading(packs)}export const preparedTemplates = ${loading(templates)}`,
  )
}

/** A map of functions that load something, by its name. */
const loading = (entries) =>
  `new Map([\n${entries.map(([name, load]) => `  ['${name}', async () => ${load}],\n`).join('')}])\n`

async function preparePacks(build) {
  const { formatDiagnostic, parsePack } = await import(pathToFileURL(path.join(build, 'index.js')).href)
  mkdirSync(path.join(build, 'criteria/shipped'))
  for (const id of packIds) {
    const name = `criteria/${id}.yaml`
    const pack = parsePack({ name, text: readFileSync(path.join(root, name), 'utf8') })
    if (!pack.ok)
      throw new Error(
        pack.diagnostics.map((problem) => formatDiagnostic(problem, { colour: false })).join('\n'),
      )
    // Engines read JSON in a string faster than the same as code.
    const json = JSON.stringify(pack.value).replace(/[\\']/g, String.raw`\$&`)
    writeFileSync(
      path.join(build, `criteria/shipped/${id}.js`),
      `export const pack = JSON.parse('${json}')\n`,
    )
  }
}

async function prepareTemplates(build) {
  const { templateOptions } = await import(pathToFileURL(path.join(build, 'record/template.js')).href)
  const compile = (name) => {
    const text = readFileSync(path.join(root, 'templates', `${name}.md.hbs`), 'utf8').replaceAll('\r\n', '\n')
    /** @type {unknown} */
    const code = Handlebars.precompile(text, templateOptions)
    return typeof code === 'string' ? code : ''
  }
  const partials = readdirSync(path.join(root, 'templates/partials'))
    .toSorted()
    .map((file) => path.basename(file, '.md.hbs'))
    .map((name) => `  ${name}: ${compile(`partials/${name}`)},\n`)
  const templates = templateNames.map(
    (name) => `  ${name}: precompiledTemplate(${compile(name)}, partials),\n`,
  )
  writeFileSync(
    path.join(build, 'templates.js'),
    [
      "import { precompiledTemplate } from './record/precompiled-template.js'",
      `const partials = {\n${partials.join('')}}`,
      `export const templates = {\n${templates.join('')}}\n`,
    ].join('\n'),
  )
}

/** Types for those modules of the library that were made here. */
export function declareData(dist) {
  const names = templateNames.map((name) => `'${name}'`).join(' | ')
  writeFileSync(
    path.join(dist, 'templates.d.mts'),
    `import type { Template } from './index.mjs'\n\n/** The templates that come with Madrigal. */\nexport declare const templates: Readonly<Record<${names}, Template>>\n`,
  )
  for (const id of packIds)
    writeFileSync(
      path.join(dist, `packs/${id}.d.mts`),
      `import type { Pack } from '../index.mjs'\n\n/** criteria/${id}.yaml, as \`parsePack\` reads it. */\nexport declare const pack: Pack\n`,
    )
}

/** The help of the whole program: commander takes longer to load than all the rest that this takes. */
export function prepareHelp(dist) {
  const help = execFileSync(process.execPath, [path.join(dist, 'cli.js'), '--help'])
  writeFileSync(path.join(dist, 'program/help.txt'), help)
}
