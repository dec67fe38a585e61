import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { closeSync, constants, existsSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { once } from 'node:events'
import process from 'node:process'
import { text as wholeText } from 'node:stream/consumers'
import { describe, expect, inject, it } from 'vitest'
import { declaredCommands } from '../support/commands.ts'
import { plainFolder } from '../support/git-folder.ts'
import { inProcess, lines, madrigal } from '../support/run-cli.ts'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string }

describe.concurrent('the command line', async () => {
  const commands = await declaredCommands()

  it.skipIf(!existsSync('/dev/full'))('says so where what it prints cannot be kept', async () => {
    for (const option of ['--version', 'schema criteria']) {
      const command = `"${process.execPath}" "${inject('program')}" ${option} > /dev/full`
      const { status, stderr } = spawnSync(command, { shell: true, encoding: 'utf8' })
      expect([status, stderr]).toEqual([2, 'error: cannot print: ENOSPC\n'])
    }
  })

  it.skipIf(process.platform === 'win32')('prints all of a long text into a pipe that is full', async () => {
    await using folder = await plainFolder()
    const pipe = path.join(folder.path, 'pipe')
    execFileSync('mkfifo', [pipe])
    // What is opened like this refuses what it has no room for.
    const end = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK)
    const options = ['schema', 'profile']
    const run = spawn(process.execPath, [inject('program'), ...options], {
      stdio: ['ignore', end, 'inherit'],
    })
    const read = spawn('sh', ['-c', 'exec 3< "$0"; echo; sleep 0.5; cat <&3', pipe])
    await once(read.stdout, 'readable')
    closeSync(end)
    const printed = await wholeText(read.stdout)
    expect(run.exitCode ?? (await once(run, 'close'))[0]).toBe(0)
    expect(printed).toBe(`\n${(await inProcess(folder, ...options).outcome()).stdout}`)
  })

  it('prints its version', async () => {
    await using folder = await plainFolder()
    await madrigal(folder, '--version').gives({ stdout: `${version}\n` })
    for (const option of ['-V', '-v']) await madrigal(folder, option).gives({ stdout: `${version}\n` })
  })

  it.for(['', ...commands.keys()])(
    'prints help for `%s`, in lines of a fixed width',
    async (name, context) => {
      await using folder = await plainFolder()
      const words = name === '' ? [] : name.split(' ')
      const { stdout, stderr, code } = await inProcess(folder, ...words, '--help').outcome()
      expect([stderr, code]).toEqual(['', 0])
      expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([])
      expect(stdout).toMatch(/\nExamples:\n(?: {2}\$ .*madrigal .*\n)+$/)
      await context.expect(stdout).toMatchFileSnapshot(`golden/help-${words.join('-') || 'madrigal'}.txt`)
    },
  )

  it.for([
    ['an unknown command', ['genrate'], /^error: unknown command `genrate`\n\(Did you mean generate\?\)\n$/],
    [
      'an unknown option',
      ['generate', '--dryrun'],
      /^error: unknown option `--dryrun`\n\(Did you mean --dry-run\?\)\n$/,
    ],
    ['a missing value', ['generate', '--date'], /^error: option `--date <date>` argument missing\n$/],
    [
      'a missing argument',
      ['schema'],
      /^error: which schema is not said\n {2}= expected one of `profile`, `criteria`,/,
    ],
    ['what others call a command', ['new'], /^error: unknown command `new`\n\(Did you mean init\?\)\n$/],
    [
      'the same with more',
      ['create', 'a', '--b'],
      /^error: unknown command `create`\n\(Did you mean init\?\)\n$/,
    ],
    ['help for it', ['help', 'start'], /^error: unknown command `start`\n\(Did you mean init\?\)\n$/],
    [
      'help for an unknown command',
      ['help', 'genrate'],
      /^error: unknown command `genrate`\n\(Did you mean generate\?\)\n$/,
    ],
    ['an argument too many', ['evaluate', 'a.yaml', 'b.yaml'], /^error: too many arguments for `evaluate`/],
    ['an unknown part of a command', ['criteria', 'lst'], /^error: unknown command `lst`/],
  ] as const)('ends with exit code 2 at %s', async ([, options, message]) => {
    await using folder = await plainFolder()
    const { stdout, stderr, code } = await madrigal(folder, ...options).outcome()
    expect([stdout, code]).toEqual(['', 2])
    expect(stderr).toMatch(message)
  })

  it('does not mind a reader that stops early', async () => {
    const child = spawn(process.execPath, [inject('program'), 'criteria', 'show', 'python-vs-go', '--json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.stdout.destroy()
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('ends with exit code 70, a stack and where to report it when it is wrong itself', async () => {
    await using folder = await plainFolder()
    const broken = 'process.cwd = () => { throw new Error("out of order") }'
    const { stdout, stderr, code } = await madrigal(folder, 'evaluate')
      .with({ NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(broken)}` })
      .outcome()
    expect([stdout, code]).toEqual(['', 70])
    const [first, second, third] = stderr.split('\n')
    expect(lines(first ?? '', second ?? '')).toBe(
      lines(
        `error: this is a mistake in Madrigal ${version}; please report it with the text below`,
        'Error: out of order',
      ),
    )
    expect(third).toMatch(/^ {4}at /)
  })
})
