import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import { Ajv } from 'ajv'
import { lint } from 'markdownlint/sync'
import { marked } from 'marked'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { facts } from '../drinks.ts'
import type { Folder } from '../../support/git-folder.ts'
import { branchWith } from '../../support/pull-request.ts'
import { inProcess } from '../../support/run-cli.ts'
import { LATER, answer, edit, kitchen, kitchenPack, supper } from './kitchen.ts'

/** Names that a runner, a browser or a reader of Markdown would take for something else. */
const folderName = 'a,b%0A:c\n::error::d|e'
const optionName = 'Tea @team *x* _y_ ::error::z'

const hostileProfile = (answers: string): string =>
  [
    'project: "::error::Hostile"',
    'decisions: [{ criteria: pack.yaml }]',
    'components:',
    '  one: { name: "::warning::|@team <!-- --> <script>", facts: { hot: true } }',
    `  two: { name: Two, facts: ${answers} }`,
    '',
  ].join('\n')

/** A record that is behind, one that is missing, an accepted one that was edited, and names that are none. */
async function breakMuch(folder: Folder): Promise<void> {
  await answer(folder, 'breakfast', facts.tea)
  await edit(folder, supper, (text) => text.replace('We have to choose', 'We had to choose'))
  await folder.write({
    'lunch/adr-profile.yaml':
      'project: Lunch\ndecisions: [{ criteria: ../drinks.yaml }]\nfacts: { hot: true }\n',
    [`${folderName}/adr-profile.yaml`]: hostileProfile(facts.coffee),
    [`${folderName}/pack.yaml`]: kitchenPack
      .replace('id: drinks', 'id: hostile')
      .replace('{ name: Tea,', `{ name: ${JSON.stringify(optionName)},`),
  })
  await inProcess(folder, 'generate', `${folderName}/adr-profile.yaml`, '--date', LATER).outcome()
  await folder.write({ [`${folderName}/adr-profile.yaml`]: hostileProfile(facts.tea) })
}

describe('madrigal check --format', () => {
  let folder: Folder
  beforeAll(async () => {
    folder = await kitchen()
    await branchWith(folder, breakMuch)
  })
  afterAll(() => folder[Symbol.asyncDispose]())

  const found = async (format: string): Promise<string> => {
    const { stdout, stderr, code } = await inProcess(
      folder,
      'check',
      '--format',
      format,
      '--date',
      LATER,
    ).outcome()
    expect([stderr, code]).toEqual(['Four errors in three records of four profiles.\n', 1])
    return stdout
  }

  it.each(['text', 'json', 'github', 'sarif', 'markdown'])('prints %s', async (format) => {
    await expect(await found(format)).toMatchFileSnapshot(`golden/format-${format}.txt`)
  })

  it('prints JSON with --json as well', async () => {
    const { stdout } = await inProcess(folder, 'check', '--json', '--date', LATER).outcome()
    expect(stdout).toBe(await found('json'))
    expect(JSON.parse(stdout).result).toMatchObject({
      failed: true,
      counts: { error: 4, warning: 0, note: 0 },
    })
  })

  it('prints one command of a runner for each finding, and none that a file has written', async () => {
    for (const line of (await found('github')).trimEnd().split('\n'))
      expect(line).toMatch(/^::error file=[^:,\n]+(?:,line=\d+)?,title=[a-z-]+::(?:(?!\r).)+$/)
    for (const line of (await found('text')).split('\n')) expect(line).not.toMatch(/^\s*::|##\[/)
  })

  it('prints SARIF that the official schema allows', async () => {
    // It is of draft 4, and uses nothing that a later draft reads otherwise.
    const { id: _, $schema: __, ...schema } = sarifSchema
    const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema)
    const log: unknown = JSON.parse(await found('sarif'))
    validate(log)
    expect(validate.errors).toBeNull()
  })

  it('prints Markdown that shows names as names', async () => {
    const markdown = await found('markdown')
    const config = { default: true, MD013: false, MD041: false }
    expect(lint({ strings: { markdown }, config })).toEqual({ markdown: [] })
    const html = await marked.parse(markdown)
    expect(html).not.toMatch(/<(?:b|script|a|img)\b|<!--/)
    expect(html.match(/<tr>/g)).toHaveLength(5)
    expect(html.match(/<td>/g)).toHaveLength(16)
    expect(markdown).not.toMatch(/@team/)
  })
})
