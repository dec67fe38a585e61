import { expect, it } from 'vitest'
import { drinksPack } from '../drinks.ts'
import { htmlOf, tagsOf } from '../../record/rendered.ts'
import { branchWith, cloned } from '../../support/pull-request.ts'
import { inProcess } from '../../support/run-cli.ts'

/** What somebody may want a comment by another to contain, as far as a profile takes it. */
const evil =
  '@org/team #123 GH-1 a/b#1 deadbeefdeadbeef https://evil.example </details><h1>x</h1> <!-- madrigal review --> --> [a](https://evil.example) ![a](x) | **b** ``` `c` ::error::x ##[error]x'

/** The same as far as a pack takes it, which is read as JSON. */
const text = JSON.stringify(
  '@org/team #123 GH-1 a/b#1 deadbeefdeadbeef https://evil.example **b** `c` ::error::x',
)

const pack = drinksPack
  .replace('title: Tea or coffee', `title: ${text}`)
  .replace('topic: drink', `topic: ${text}`)
  .replace(/name: (?:Tea|Coffee),/g, `name: ${text},`)
  .replace(/name: How it tastes/, `name: ${text}`)
  .replace('title: The book of leaves', `title: ${text}`)
  .replace('publisher: Leaf Press', `publisher: ${text}`)
  .replace(/label: in the (?:morning|evening)/g, `label: ${text}`)
  .replace(/claim: (?:Coffee wakes|Tea keeps).*/g, `claim: ${text.slice(0, -1)}."`)

const profile = (time: string): string =>
  JSON.stringify({
    project: evil.slice(0, 180),
    summary: evil,
    deciders: [evil.slice(0, 100)],
    decisions: [{ criteria: 'drinks.yaml' }],
    facts: { hot: true, guests: 4 },
    components: {
      a: { name: evil.slice(0, 100), facts: { time } },
      b: { name: '@team', facts: { time: 'morning' } },
    },
  })

const folder = 'x @team #1 `y` \'"$(z)'
const allowed = new Set([
  'h2',
  'h3',
  'p',
  'ul',
  'li',
  'strong',
  'code',
  'pre',
  'a',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'details',
  'summary',
])

it('nothing in a profile, a pack, a record or a file name is markup in the comment, or notifies anybody', async () => {
  await using repository = await cloned(
    { [`${folder}/drinks.yaml`]: pack, [`${folder}/adr-profile.yaml`]: profile('morning') },
    (clone) => inProcess(clone, 'generate', `${folder}/adr-profile.yaml`, '--date', '2026-01-15').outcome(),
  )
  await branchWith(repository, async (clone) => {
    await clone.write({ [`${folder}/adr-profile.yaml`]: profile('evening') })
    await inProcess(clone, 'generate', `${folder}/adr-profile.yaml`, '--quiet').outcome()
    const [name = '', record = ''] =
      Object.entries(await clone.files()).find(([file]) => file.startsWith('docs/')) ?? []
    await clone.write({ [name]: `${record}\n${evil}\n\n</details>\n\n\u202e\u001b[31m\n` })
  })
  const { stdout, code } = await inProcess(repository, 'review').outcome()
  expect(code).toBe(0)
  const html = htmlOf(stdout)
  expect(
    [...new Set(tagsOf(html).map((tag) => tag.replace('/', '')))].filter((tag) => !allowed.has(tag)),
  ).toEqual([])
  expect(html.match(/<h[1-6]/g)).toHaveLength(2)
  expect(html.match(/<details>/g)).toHaveLength(1)
  expect(html.match(/<!--/g)).toHaveLength(1)
  expect(new Set([...html.matchAll(/href="([^"]*)"/g)].map(([, target]) => target))).toEqual(
    new Set(['https://example.org/leaves']),
  )
  const outsideCode = html
    .replace(/<pre>[\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>/g, '')
    .replaceAll('&#8203;', '\u200b')
  expect(outsideCode).toContain('@\u200borg/team')
  expect(outsideCode).not.toMatch(/@\w|(?<!&)#\d|GH-1|deadbeef|https:\/\/evil/)
  // oxlint-disable-next-line no-control-regex
  expect(stdout).not.toMatch(/^\s*::|##\[|[\u001b\u202e]/m)
})
