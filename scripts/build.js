// `npm run build`: the sources without types into build/, and from there the package into dist/.
// `node scripts/build.js [folder] [--no-check]`: into another folder, and without looking at the types.
import { execFileSync } from 'node:child_process'
import { chmodSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleLibrary, bundleProgram } from './bundle.js'
import { writeDeclarations } from './declarations.js'
import { declareData, prepareData, prepareHelp } from './prepare-data.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const options = process.argv.slice(2)
const folder = options.find((option) => !option.startsWith('-')) ?? root
const [build, dist] = ['build', 'dist'].map((name) => path.join(folder, name))

for (const old of [build, dist]) rmSync(old, { recursive: true, force: true })
const check = options.includes('--no-check') ? ['--noCheck'] : []
const compiler = [
  path.join(root, 'node_modules/typescript/bin/tsc'),
  '-p',
  path.join(root, 'tsconfig.build.json'),
]
execFileSync(process.execPath, [...compiler, ...check, '--outDir', build], { stdio: 'inherit' })
await prepareData(build)
await bundleProgram(build, dist)
await bundleLibrary(build, dist)
// pre-commit runs it from a checkout, and git keeps this of a mode.
chmodSync(path.join(dist, 'cli.js'), 0o755)
writeDeclarations(build, dist)
declareData(dist)
prepareHelp(dist)
