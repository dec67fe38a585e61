import { readFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { expect, it } from 'vitest'
import { gitFolder, plainFolder } from '../support/git-folder.ts'
import { type Printed, layOutPackage, packFolders, runNpm } from '../support/packed.ts'
import { serveRegistry } from '../support/registry.ts'
import { shapes } from './init-shapes.ts'

const root = path.resolve(import.meta.dirname, '../..')

/**
 * The environment of a machine on which npm never ran. The proxies lead nowhere: with or without a network, nothing but
 * the registry is reached.
 */
function freshMachine(home: string, registry: string): Readonly<Record<string, string | undefined>> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:npm|git)_|_proxy$/i.test(name))
  const nowhere = 'http://127.0.0.1:9/'
  return {
    ...Object.fromEntries(kept),
    // Some versions of npm make Node warn.
    NODE_NO_WARNINGS: '1',
    HOME: home,
    USERPROFILE: home,
    npm_config_registry: registry,
    npm_config_cache: path.join(home, 'cache'),
    npm_config_globalconfig: path.join(home, 'npmrc'),
    npm_config_proxy: nowhere,
    npm_config_https_proxy: nowhere,
    npm_config_noproxy: '127.0.0.1',
    npm_config_loglevel: 'error',
    npm_config_update_notifier: 'false',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
  }
}

it(
  '`npx` runs the packed file in a fresh repository, and fetches zod alone',
  { timeout: 120_000 },
  async () => {
    await using machine = await plainFolder()
    const packed = path.join(machine.path, 'packed')
    await layOutPackage(packed)
    const zod = path.join(root, 'node_modules/zod')
    const [tarball, dependency] = await packFolders(machine.path, packed, zod)
    if (tarball === undefined || dependency === undefined) throw new Error('not packed')
    await using registry = await serveRegistry(dependency)
    await using repository = await gitFolder(shapes['go-operator'], 'fresh')
    await repository.git('add', '--all')
    const place = {
      cwd: repository.path,
      env: freshMachine(path.join(machine.path, 'home'), registry.url),
    }
    const npx = (...options: readonly string[]): Promise<Printed> =>
      runNpm('npx', ['--yes', `file:${tarball.path}`, ...options], place)

    const { stdout, stderr } = await npx('init', '--yes')
    expect(stdout.split('\n')[0]).toBe('Four answers read from the repository; wrote adr-profile.yaml')
    expect(stderr).toMatch(/^(?:note: took python-vs-go, for which most was read here; .*\n)?$/)
    expect((await repository.files())['adr-profile.yaml']).toBe(
      await readFile('tests/cli/golden/init/go-operator.yaml', 'utf8'),
    )
    expect(await npx('generate', '--date', '2026-01-15')).toEqual({
      stdout: 'created docs/decisions/0001-language-for-backup-operator.md\n',
      stderr: 'Write Backup operator in Go (clear, provisional)\n',
    })
    expect(await npx('check')).toEqual({
      stdout: '',
      stderr: 'Nothing to report in one record of one profile.\n',
    })
    expect(registry.asked()).toEqual(['/zod', `/zod/-/zod-${dependency.version}.tgz`])
  },
)
