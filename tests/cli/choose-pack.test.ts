import { describe, it } from 'vitest'
import { meantPack } from '../../src/cli/choose-pack.ts'
import type { Invocation } from '../../src/cli/invocation.ts'
import type { Prompt } from '../../src/cli/prompt.ts'
import { findRepository } from '../../src/workspace/repository.ts'
import { workTree } from '../../src/workspace/work-tree.ts'
import { tracked } from '../support/git-folder.ts'
import { kitchen } from './drinks.ts'

const drinks = 'criteria/drinks.yaml'
const known = [drinks, 'python-vs-go']
const service = {
  Dockerfile: 'FROM scratch\n',
  'go.mod': 'module example.org/a\n',
  'main.go': 'package main\n',
}

/** A person who takes the choice at a place, or breaks off. */
const person = (place: number | null, seen: string[]): Prompt => ({
  choose: async (message, choices) => {
    seen.push(message, ...choices.map(({ label, hint }) => `${label}: ${hint}`))
    return place === null ? null : (choices[place]?.value ?? null)
  },
  chooseSeveral: () => Promise.resolve(null),
  enter: () => Promise.resolve(null),
})

/** What is chosen in a repository with these files and the small pack, and what is said about it. */
async function chosenIn(files: Readonly<Record<string, string>>, prompt: Prompt | null, packs = known) {
  await using repository = await tracked({ [drinks]: kitchen[drinks] ?? '', ...files })
  let stderr = ''
  const write = (text: string) => (stderr += text)
  const invocation = {
    command: 'init',
    cwd: repository.path,
    json: false,
    environment: {},
    stdout: { write },
    stderr: { write },
  } as unknown as Invocation
  const found = await findRepository(repository.path)
  const place = { repository: found, folder: repository.path, tree: workTree(found) }
  const begun = await meantPack(invocation, place, packs, [], prompt)
  return { criteria: begun?.criteria, stderr }
}

describe.concurrent('the comparison that is meant where none is named', () => {
  it('is the one for which most was read, and that is said', async ({ expect }) => {
    expect(await chosenIn(service, null)).toEqual({
      criteria: 'python-vs-go',
      stderr: `note: took python-vs-go, for which most was read here; \`--criteria\` takes another: ${drinks}\n`,
    })
    expect(await chosenIn({ 'kettle.txt': '', 'toast.txt': '' }, null)).toMatchObject({ criteria: drinks })
  })

  it('is the first where nothing was read', async ({ expect }) => {
    expect(await chosenIn({}, null)).toEqual({
      criteria: drinks,
      stderr: `note: took ${drinks}, the first of several; \`--criteria\` takes another: python-vs-go\n`,
    })
  })

  it('is the only one there is, without a word', async ({ expect }) => {
    expect(await chosenIn({}, person(null, []), [drinks])).toEqual({ criteria: drinks, stderr: '' })
  })

  it('is what a person says, who is asked with the likeliest first', async ({ expect }) => {
    const seen: string[] = []
    expect(await chosenIn(service, person(1, seen))).toEqual({ criteria: drinks, stderr: '' })
    expect(seen).toEqual([
      'Which decision?',
      'Python or Go: One answer read here.',
      'Tea or coffee: No answers read here.',
    ])
  })

  it('is none where the person breaks it off', async ({ expect }) => {
    expect(await chosenIn(service, person(null, []))).toEqual({ criteria: undefined, stderr: '' })
  })
})
