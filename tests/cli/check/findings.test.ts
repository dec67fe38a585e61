import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FindingKind } from '../../../src/check/finding.ts'
import { findingKinds } from '../../../src/check/finding.ts'
import { drinksHouse, facts } from '../drinks.ts'
import { type Folder, writeIn } from '../../support/git-folder.ts'
import { branchWith } from '../../support/pull-request.ts'
import { inProcess } from '../../support/run-cli.ts'
import { LATER, answer, breakfast, edit, generate, kitchen, move, remove, supper } from './kitchen.ts'

/** What somebody does on a branch, by what is found then. A kind may be found in several ways. */
const changes: Readonly<Record<string, (folder: Folder) => Promise<unknown>>> = {
  'verdict-flipped': (folder) => answer(folder, 'breakfast', facts.tea),
  'verdict-flipped, accepted': (folder) => answer(folder, 'supper', facts.coffee),
  'verdict-flipped, accepted, to none': (folder) => answer(folder, 'supper', facts.tooLittle),
  'verdict-flipped, rejected': async (folder) => {
    await inProcess(folder, 'reject', '1').outcome()
    await answer(folder, 'breakfast', facts.tea)
  },
  'verdict-flipped, against edits': async (folder) => {
    await edit(folder, breakfast, (text) =>
      text.replace(/(Chosen option: "Coffee", because) .*/, '$1 we say so.'),
    )
    await answer(folder, 'breakfast', facts.tea)
  },
  'confidence-changed': (folder) => answer(folder, 'breakfast', facts.leaning),
  'confidence-changed, accepted': (folder) =>
    answer(folder, 'supper', '{ hot: true, time: evening, guests: 4 }'),
  'inputs-changed': (folder) => answer(folder, 'breakfast', '{ hot: true, time: morning, guests: 5 }'),
  'inputs-changed, with edits': async (folder) => {
    await edit(folder, breakfast, (text) =>
      text.replace('We have to choose', 'It is early.\n\nWe have to choose'),
    )
    await answer(folder, 'breakfast', '{ hot: true, time: morning, guests: 5 }')
  },
  'inputs-changed, words only': (folder) =>
    edit(folder, 'breakfast/adr-profile.yaml', (text) => `deciders: [Ada]\n${text}`),
  'inputs-changed, accepted': (folder) =>
    answer(folder, 'supper', '{ hot: true, time: evening, guests: 50 }'),
  'verdict-unclear': async (folder) => {
    await edit(folder, supper, (text) =>
      text.replace(/^# .*$/m, '# What to drink').replace(/^Chosen option: .*$/m, 'As we always did.'),
    )
    await inProcess(folder, 'accept', '2').outcome()
    await answer(folder, 'supper', facts.coffee)
  },
  'proposal-groundless': async (folder) => {
    await answer(folder, 'supper', facts.coffee)
    await generate(folder, LATER)
    await answer(folder, 'supper', facts.tea)
  },
  'trigger-met': async (folder) => {
    await edit(folder, supper, (text) =>
      text.replace(
        '## More Information',
        '* When nobody comes.\n  <!-- revisit-if: {fact: guests, at-least: 20} -->\n\n## More Information',
      ),
    )
    await inProcess(folder, 'accept', '2').outcome()
  },
  'revisit-by-passed': (folder) =>
    edit(folder, 'supper/adr-profile.yaml', (text) =>
      text.replace('facts:', 'revisit-by: 2026-01-31\nfacts:'),
    ),
  'pack-newer': (folder) => edit(folder, 'drinks.yaml', (text) => text.replace('version: 1', 'version: 2')),
  'pack-changed': (folder) =>
    edit(folder, 'drinks.yaml', (text) => text.replace('Beans in hot water', 'Ground beans in hot water')),
  'house-outgrown': async (folder) => {
    await writeIn(folder.path, { 'house.yaml': drinksHouse })
    await edit(folder, 'breakfast/adr-profile.yaml', (text) => text.replace('drinks.yaml', 'house.yaml'))
    await edit(folder, 'drinks.yaml', (text) => text.replace('version: 1', 'version: 2'))
    await generate(folder, LATER)
  },
  'sources-old': (folder) =>
    edit(folder, 'breakfast/adr-profile.yaml', (text) => `check: { sources-older-than: 6 }\n${text}`),
  'record-missing': async (folder) => {
    await remove(folder, breakfast)
    await remove(folder, '.madrigal/base/drinks/breakfast@1.md')
  },
  'record-orphaned': (folder) =>
    edit(folder, 'breakfast/adr-profile.yaml', (text) => text.replace('project: ', 'project: Early ')),
  'record-orphaned, its profile gone': (folder) => remove(folder, 'supper/adr-profile.yaml'),
  'record-orphaned, every profile gone': async (folder) => {
    await remove(folder, 'supper/adr-profile.yaml')
    await remove(folder, 'breakfast/adr-profile.yaml')
  },
  'record-deleted': (folder) => remove(folder, breakfast),
  'base-missing': async (folder) => {
    await remove(folder, '.madrigal/base/drinks/breakfast@1.md')
    await answer(folder, 'breakfast', facts.tea)
  },
  'base-missing, and nothing else': (folder) => remove(folder, '.madrigal/base/drinks/breakfast@1.md'),
  'conflict-markers': (folder) =>
    edit(folder, breakfast, (text) =>
      text.replace(
        'We have to choose',
        '<<<<<<< HEAD\nWe must choose\n=======\nWe may choose\n>>>>>>> main\nWe have to choose',
      ),
    ),
  'conflict-markers, in a copy': (folder) =>
    edit(folder, '.madrigal/base/drinks/breakfast@1.md', (text) =>
      text.replace(
        'We have to choose',
        '<<<<<<< HEAD\nWe must choose\n=======\nWe may choose\n>>>>>>> main\nWe have to choose',
      ),
    ),
  'accepted-body-edited': (folder) =>
    edit(folder, supper, (text) => text.replace('We have to choose', 'We had to choose')),
  'id-lost': (folder) => edit(folder, breakfast, (text) => text.replace(/^id: .*$/m, 'id: ADR-0001')),
  'id-lost, accepted': (folder) => edit(folder, supper, (text) => text.replace(/^id: .*$/m, 'id: 2')),
  'evidence-behind': (folder) => remove(folder, '.madrigal/evidence/drinks/breakfast@1.json'),
  'evidence-behind, edited': (folder) =>
    edit(folder, '.madrigal/evidence/drinks/breakfast@1.md', (text) => text.replace('holds', 'fails')),
  'sources-unlisted': (folder) => edit(folder, breakfast, (text) => text.slice(0, text.indexOf('Sources:'))),
  'acceptance-unrecorded': (folder) =>
    edit(folder, breakfast, (text) => text.replace('status: proposed', 'status: accepted')),
  'status-contradictory': (folder) =>
    edit(folder, breakfast, (text) => text.replace(/^# .*$/m, '$&\n\nStatus: accepted')),
  'unknown-status': (folder) =>
    edit(folder, breakfast, (text) => text.replace('status: proposed', 'status: perhaps')),
  'supersede-link-one-way': async (folder) => {
    await answer(folder, 'supper', facts.coffee)
    await generate(folder, LATER)
    await edit(folder, 'docs/decisions/0003-drink-for-supper.md', (text) =>
      text.replace('status: proposed', 'status: accepted'),
    )
  },
  'supersede-link-one-way, no successor': (folder) =>
    edit(folder, supper, (text) => text.replace('status: accepted', 'status: superseded')),
  'supersede-link-broken': (folder) =>
    edit(folder, supper, (text) =>
      text.replace('status: accepted', 'status: superseded by [Water](0007-water.md)'),
    ),
  'supersede-link-broken, too early': async (folder) => {
    await answer(folder, 'supper', facts.coffee)
    await generate(folder, LATER)
    await edit(folder, supper, (text) =>
      text.replace('status: accepted', 'status: superseded by [3](0003-drink-for-supper.md)'),
    )
  },
  'duplicate-number': (folder) => move(folder, breakfast, 'docs/decisions/0002-drink-for-breakfast.md'),
  'duplicate-number, of another tool': (folder) =>
    folder.write({ 'docs/decisions/0002-use-cups.md': `---\nstatus: accepted\n---\n${madr}` }),
  'duplicate-number, of other tools': (folder) =>
    folder.write({
      'docs/decisions/0007-use-cups.md': `---\nstatus: accepted\n---\n${madr}`,
      'docs/decisions/0007-use-mugs.md': `---\nstatus: accepted\n---\n${madr}`,
    }),
  'duplicate-id': async (folder) => {
    const text = (await folder.files())[breakfast] ?? ''
    await folder.write({
      'docs/decisions/0003-drink-for-breakfast.md': text.replace('number: 1', 'number: 3'),
    })
  },
  'number-mismatch': (folder) => edit(folder, breakfast, (text) => text.replace('number: 1', 'number: 4')),
  'unreadable-record': (folder) => edit(folder, breakfast, (text) => text.replace('number: 1', 'number: [1')),
  'unreadable-record, of another tool': (folder) =>
    folder.write({ 'docs/decisions/0009-notes.md': '# Notes\n\nOnly some notes.\n' }),
  'interrupted-run': (folder) =>
    folder.write({ '.madrigal/journal.json': '{ "files": [], "folders": [] }\n' }),
}

const madr =
  '# Use cups\n\n## Context and Problem Statement\n\n## Considered Options\n\n## Decision Outcome\n'

const kindOf = (name: string): string => name.split(',')[0] ?? name

describe('madrigal check', () => {
  let folder: Folder
  beforeAll(async () => {
    folder = await kitchen()
  })
  afterAll(() => folder[Symbol.asyncDispose]())

  it('finds nothing where every record follows from its profile', () =>
    inProcess(folder, 'check', '--date', LATER).gives({
      stderr: 'Nothing to report in two records of two profiles.\n',
    }))

  it.each(Object.keys(changes))('finds on a branch: %s', async (name) => {
    await branchWith(folder, (there) => changes[name]?.(there) ?? Promise.reject(new Error(name)))
    const { stdout, stderr, code } = await inProcess(folder, 'check', '--date', '2026-09-01').outcome()
    const kinds = [...stdout.matchAll(/^\w+\[([\w-]+)\]/gm)].map(([, kind]) => kind)
    expect(kinds).toContain(kindOf(name))
    expect(code).toBe(/^error/m.test(stdout) ? 1 : 0)
    await expect(`${stdout}\n${stderr}exit code ${code}\n`).toMatchFileSnapshot(
      `golden/${name.replaceAll(/,? /g, '-')}.txt`,
    )
    await folder.git('checkout', '--quiet', 'main')
    await remove(folder, '.madrigal/journal.json').catch(() => undefined)
  })

  it('has a case for each kind', () => {
    const shown = new Set(Object.keys(changes).map(kindOf))
    expect(findingKinds.filter((kind: FindingKind) => !shown.has(kind))).toEqual([])
  })
})
