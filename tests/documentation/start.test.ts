import { readFile, writeFile } from 'node:fs/promises'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { detect, filesToRead } from '../../src/detect/detect.ts'
import type { Answer } from '../../src/profile/fact.ts'
import { shapes } from '../cli/init-shapes.ts'
import { countQuestions, mostValuableFirst } from '../support/asking.ts'
import { gitFolder } from '../support/git-folder.ts'
import { inProcess } from '../support/run-cli.ts'
import { shippedPack } from '../support/shipped.ts'
import { walkGuide } from '../support/walk-guide.ts'

const guide = new URL('../../docs/start.md', import.meta.url)

const service = {
  'README.md': '# Parcel tracker\n\nTells customers where their parcels are, and why they are late.\n',
  'requirements.txt': 'fastapi\ncelery\n',
  Dockerfile: 'FROM python:3.13-slim\n',
  'tracker/api.py': '\n',
  'tracker/jobs.py': '\n',
}

/** What the repositories do not say. */
const others: Readonly<Record<string, Answer>> = {
  'several-platforms': false,
  'builds-on': [],
  'third-party-code': 'as-needed',
  readers: ['developers'],
  newcomers: false,
  'user-extensions': 'none',
  estate: [],
  'way-of-working': 'nothing-special',
  'speed-depends-on': ['waiting'],
  'operations-per-instance': 100,
  deadlines: false,
  'build-demands': [],
  'outside-data': true,
  'closed-alternatives': false,
  'runs-on': 'servers',
  'may-assume': 'managed-packages',
  'team-languages': ['python', 'go'],
}

/** What kind of program those are that do not say it. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  'data-library': ['data-preparation'],
  'adr-tools': ['network-component'],
}

function questionsFor(name: string): readonly [before: number, after: number] {
  const files = shapes[name] ?? {}
  const paths = Object.keys(files).toSorted()
  const texts = new Map(filesToRead(shippedPack, paths).map((path) => [path, files[path] ?? '']))
  const { findings } = detect(shippedPack, paths, texts)
  const read = findings.flatMap(({ fact, answer }) => (answer === null ? [] : [[fact.id, answer] as const]))
  const truths = new Map<string, Answer>([...Object.entries(others), ['work', kinds[name] ?? []], ...read])
  const ask = mostValuableFirst(shippedPack)
  const count = (given: readonly string[]): number => countQuestions(ask, truths, given)
  return [count([]), count(read.map(([id]) => id))]
}

const measured = [
  'go-operator',
  'django-service',
  'fastapi-service',
  'fastapi-with-notebooks',
  'go-command-line',
  'data-library',
  'typescript-front-end',
  'adr-tools',
  'madr',
]

describe('docs/start.md', () => {
  it('is what happens', async () => walkGuide(guide, service))

  it('shows the profile that `init` writes', async () => {
    await using folder = await gitFolder(service)
    await folder.git('add', '--all')
    await inProcess(folder, 'init', '--yes').outcome()
    const profile = (await folder.files())['adr-profile.yaml'] ?? ''
    await compare(/(?<=```yaml\n)[\s\S]*?(?=```)/, profile)
  })

  it('says how many questions are saved', { timeout: 120_000 }, async () => {
    const rows = measured.map((name) => {
      const [before, after] = questionsFor(name)
      return `| ${name} | ${before} | ${after} |\n`
    })
    await compare(/(?<=\| --- \| --- \| --- \|\n)[\s\S]*$/, rows.join(''))
  })
})

/** Set UPDATE_DOCUMENTATION to write what is so now into the guide. */
async function compare(place: RegExp, text: string): Promise<void> {
  const written = await readFile(guide, 'utf8')
  if (process.env['UPDATE_DOCUMENTATION'])
    await writeFile(
      guide,
      written.replace(place, () => text),
    )
  else expect(place.exec(written)?.[0]).toBe(text)
}
