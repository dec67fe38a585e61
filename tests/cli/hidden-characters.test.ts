import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { jsonText } from '../../src/report/answer-json.ts'
import { makeVisible } from '../../src/report/visible-text.ts'
import { gitFolder } from '../support/git-folder.ts'
import { inProcess } from '../support/run-cli.ts'
import { drinksPack } from './drinks.ts'

/** One of each kind that a profile may hold: marks of direction, joiners where nothing is joined, fillers, tags, annotations. */
const marks = [
  '\u200e\u200f\u061c',
  '\u00ad\u034f\u115f\u1160\u17b4\u180e',
  '\u200b\u2060\u2061\u2064\u206a',
  '\u3164\uffa0\u{1bca0}\u{1d173}\u{e0001}\u{e0041}',
].join('')

const all = [...marks]
const isHidden = new RegExp(`[${marks}\u202a-\u202e\u2066-\u2069\u2028\ufff9]`, 'u')

/** Words that are not the same without a character that is not seen. */
const words = [
  'می\u200cخواهم',
  'क्\u200dष',
  '\u{1f469}\u200d\u{1f4bb}',
  '\u2764\ufe0f',
  '1\ufe0f\u20e3',
  '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  '\u845b\u{e0100}',
  '\u0645\u0600',
]

describe('a character that is not seen', () => {
  it('is shown in a message, whichever it is', () => {
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += 1) {
      const character = String.fromCodePoint(codePoint)
      if (/[\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}]/u.test(character))
        expect(makeVisible(` ${character} `), codePoint.toString(16)).not.toContain(` ${character} `.slice(1))
    }
  })

  it('is an escape in JSON, which stands for the same text', () => {
    const data = [...all, '\u{e0041}', 'a\u200fb', ...words]
    const text = jsonText(data)
    expect(text).not.toMatch(isHidden)
    expect(JSON.parse(text)).toEqual(data)
  })

  it('stays where it belongs: in pictures and in words', () => {
    for (const word of words) expect(makeVisible(`a ${word} b`)).toBe(`a ${word} b`)
  })

  it('does not belong where there is no word and no picture, or several choose one form', () => {
    for (const text of ['\u200da', 'a\u200d', ' \ufe0f', 'a\ufe0f\ufe0e', '\u200c'])
      expect(makeVisible(text)).toContain('\ufffd')
  })

  it('is shown in a record and on the terminal, by every command', async () => {
    const text = (word: string): string => all.map((mark) => `${word}${mark}`).join('')
    const profile = {
      project: `Kit${text('chen')} ${words.join(' ')}`,
      summary: `Where ${text('tea')} is made. ${words.join(' ')}`,
      deciders: [`Ada${text('-')}`],
      decisions: [{ criteria: 'criteria/drinks.yaml' }],
      components: {
        one: { name: `One ${text('x')}`, facts: { hot: true, time: 'morning', guests: 4 } },
        two: { name: `Two ${text('y')}`, facts: { hot: true, time: 'evening', guests: 40 } },
      },
    }
    await using repository = await gitFolder({
      'adr-profile.yaml': JSON.stringify(profile),
      'criteria/drinks.yaml': drinksPack,
    })
    const said: string[] = []
    const commands = [
      'generate',
      'evaluate',
      'explain',
      'ask',
      'list',
      'index',
      'check --json',
      'explain --json',
    ]
    for (const command of [...commands, 'what-if --set two.guests=4', 'explain two', 'evaluate --json']) {
      const { stdout, stderr, code } = await inProcess(repository, ...command.split(' ')).outcome()
      expect([0, 1], `${command}: ${stderr}`).toContain(code)
      said.push(`${command}\n${stdout}${stderr}`)
    }
    for (const one of said) expect(isHidden.exec(one)?.[0].codePointAt(0)?.toString(16), one).toBe(undefined)
    const files = Object.entries(await repository.files())
    const record = files.find(([file]) => file.startsWith('docs/'))?.[1] ?? ''
    expect(record).not.toMatch(isHidden)
    for (const word of words) expect(record).toContain(word)
    // Names stay the same for the programs that read them.
    const front: unknown = parse(/^---\n(.*?)\n---\n/s.exec(record)?.[1] ?? '')
    expect(front).toMatchObject({ 'decision-makers': profile.deciders })
  })
})
