// A step of `npm run build`: puts the program, with the packages that it uses, into few files, because most of a short run
// goes into finding and opening files. The library stays as it is, one file a module.
// `node scripts/bundle.js [folder]`: where the folder that has `dist` is another one.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const folder = path.resolve(process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url)))
const dist = path.join(folder, 'dist')

const input = { cli: path.join(dist, 'cli.js') }

// Such as a package that is not there: the program would only fail where it is run.
const onwarn = ({ message }) => {
  throw new Error(message)
}

const bundle = await rolldown({ input, platform: 'node', onwarn })
const { output } = await bundle.write({
  dir: dist,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'program/[name].js',
})
writeFileSync(path.join(dist, 'program/licenses.txt'), licensesOf(output.flatMap(modulesOf)))

function modulesOf(chunk) {
  return chunk.type === 'chunk' ? chunk.moduleIds : []
}

/** The licences of the packages that are in the bundle, which ask to go wherever their code goes. */
function licensesOf(modules) {
  const packages = new Set(
    modules.flatMap((file) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file) ?? []),
  )
  const texts = [...packages].map((home) => {
    const { name, version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'))
    const file = readdirSync(home).find((entry) => /^licen[cs]e/i.test(entry))
    if (file === undefined) throw new Error(`${name} has no licence`)
    return `${name} ${version}\n\n${readFileSync(path.join(home, file), 'utf8').trim()}\n`
  })
  return texts.toSorted().join('\n----\n\n')
}
