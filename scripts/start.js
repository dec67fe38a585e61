// `npm start [-- <profile>]`: builds, then writes the record of a profile into a fresh git repository.
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const profile = path.resolve(
  process.env.INIT_CWD ?? process.cwd(),
  process.argv[2] ?? path.join(root, 'examples/network-service/adr-profile.yaml'),
)

if (!existsSync(profile)) {
  console.error(`error: there is no file ${profile}`)
  process.exit(2)
}

execFileSync(process.execPath, [path.join(root, 'scripts/build.js'), '--no-check'], { stdio: 'inherit' })

const repository = realpathSync(mkdtempSync(path.join(tmpdir(), 'madrigal-')))
execFileSync('git', ['init', '--quiet', repository])
copyFileSync(profile, path.join(repository, 'adr-profile.yaml'))

const { status } = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'generate'], {
  cwd: repository,
  stdio: 'inherit',
})
console.log(status === 0 ? `\nin ${repository}` : `\nnothing was written in ${repository}`)
process.exitCode = status ?? 70
