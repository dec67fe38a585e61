// The last step of `npm run build`: parses the packs that come with Madrigal into dist/packs/, so that no run has to.
// `node scripts/prepare-packs.js [folder]`: where the folder that has `dist` and `criteria` is another one.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const folder = path.resolve(process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url)))
const { formatDiagnostic, parsePack } = await import(pathToFileURL(path.join(folder, 'dist/index.js')).href)

mkdirSync(path.join(folder, 'dist/packs'), { recursive: true })
const files = readdirSync(path.join(folder, 'criteria')).filter((file) => !file.endsWith('.test.yaml'))
for (const file of files) {
  const name = `criteria/${file}`
  const pack = parsePack({ name, text: readFileSync(path.join(folder, name), 'utf8') })
  if (!pack.ok)
    throw new Error(
      pack.diagnostics.map((problem) => formatDiagnostic(problem, { colour: false })).join('\n'),
    )
  const prepared = path.join(folder, 'dist/packs', `${path.basename(file, '.yaml')}.json`)
  writeFileSync(prepared, JSON.stringify(pack.value))
}
