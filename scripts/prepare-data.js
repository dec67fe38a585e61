// A step of `npm run build`: the packs and the templates that come with Madrigal as modules, so that no run has to parse a
// pack, and a program without a file system has both.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import Handlebars from 'handlebars'

const root = fileURLToPath(new URL('..', import.meta.url))
export async function preparePacks(build, dist) {
  const { formatDiagnostic, parsePack } = await import(pathToFileURL(path.join(build, 'index.js')).href)

  mkdirSync(path.join(dist, 'packs'), { recursive: true })
  const files = readdirSync(path.join(root, 'criteria')).filter((file) => !file.endsWith('.test.yaml'))
  for (const file of files) {
    const name = `criteria/${file}`
    const pack = parsePack({ name, text: readFileSync(path.join(root, name), 'utf8') })
    if (!pack.ok)
      throw new Error(
        pack.diagnostics.map((problem) => formatDiagnostic(problem, { colour: false })).join('\n'),
      )
    const id = path.basename(file, '.yaml')
    // Engines read JSON in a string faster than the same as code.
    const json = JSON.stringify(pack.value).replace(/[\\']/g, String.raw`\$&`)
    const text = `export const pack = JSON.parse('${json}')\n`
    writeFileSync(path.join(dist, `packs/${id}.js`), text)
    writeFileSync(
      path.join(dist, `packs/${id}.d.ts`),
      `import type { Pack } from '../index.js'\n\n/** criteria/${file}, as \`parsePack\` reads it. */\nexport declare const pack: Pack\n`,
    )
  }
}

/** A module of compiled templates among the others, to be bundled with them. */
export async function prepareTemplates(build) {
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
  const templates = ['madr', 'nygard'].map(
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

export function declareTemplates(dist) {
  writeFileSync(
    path.join(dist, 'templates.d.ts'),
    "import type { Template } from './index.js'\n\n/** The templates that come with Madrigal. */\nexport declare const templates: Readonly<Record<'madr' | 'nygard', Template>>\n",
  )
}

/** The help of the whole program: commander takes longer to load than all the rest that this takes. */
export function prepareHelp(dist) {
  const help = execFileSync(process.execPath, [path.join(dist, 'cli.js'), '--help'])
  writeFileSync(path.join(dist, 'program/help.txt'), help)
}
