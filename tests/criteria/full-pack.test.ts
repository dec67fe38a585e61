import { describe, expect, it, test } from 'vitest'
import { parsePack } from '../../src/criteria/parse-pack.ts'
import { fullPack } from './full-pack.ts'

describe('a pack', () => {
  const result = parsePack({ name: 'pack.yaml', text: fullPack })
  const pack = result.ok ? result.value : undefined

  it('says of a gain or a loss where it stands, and takes a bare one for judgement', () => {
    expect(pack?.criteria[0]).toMatchObject({
      gain: { text: 'people wake up', basis: 'documented', sources: ['leaf-book'] },
      loss: { text: 'people stay asleep', basis: 'judgement', sources: [] },
    })
  })

  it('says when a watch point is worth a look, for who does not know', () => {
    expect(pack?.watch).toMatchObject([
      { when: { fact: 'guests', operator: 'includes-any', value: ['children'] }, if: 'children drink it' },
    ])
  })

  it('says when a second option is a burden', () => {
    expect(pack?.burden).toEqual({
      when: { fact: 'cups', operator: 'at-most', value: 2 },
      claim: 'Nobody makes two drinks for two.',
      basis: 'partial',
      sources: ['leaf-book'],
    })
    expect(pack?.boundary).toHaveLength(1)
  })

  it('names the facts to ask first', () => {
    expect(pack?.askFirst).toEqual(['guests', 'time'])
  })

  it('tells what took the place of old facts and answers', () => {
    expect(pack?.replaced).toEqual([
      {
        id: 'is-early',
        by: 'time',
        values: [
          { old: 'true', answer: 'morning' },
          { old: 'false', answer: 'evening' },
        ],
      },
      {
        id: 'drinkers',
        by: 'guests',
        values: [
          { old: 'family', answer: ['adults', 'children'] },
          { old: 'parents', answer: ['adults'] },
          { old: 'nobody', answer: [] },
        ],
      },
      { id: 'people', by: 'guests' },
      { id: 'mood', by: 'time', says: 'Say when it is best.' },
      { id: 'weather', says: 'It is no longer asked.' },
      { id: 'time', by: 'time', values: [{ old: 'noon', answer: 'morning' }] },
    ])
  })

  it('may have a burden without advice', () => {
    const advice = fullPack.slice(fullPack.indexOf('  advice:'), fullPack.indexOf('\nask-first'))
    const bare = parsePack({ name: 'pack.yaml', text: fullPack.replace(advice, '') })
    expect(bare).toMatchObject({ ok: true, value: { boundary: [], burden: { basis: 'partial' } } })
  })
})

const option = (number: number) => `  juice-${number}: { name: Juice, summary: Fruit. }\n`
const options = (count: number) => Array.from({ length: count }, (_, index) => option(index + 1)).join('')

describe('a wrong pack', () => {
  test.each([
    ['gain: { text: people wake up', 'gain: { text: People wake up.', 'wrong-format'],
    ['gain: { text: people wake up, ', 'gain: { ', 'missing-key'],
    ['gain: { text: people wake up', 'gain: { tekst: people wake up', 'unknown-key'],
    ['documented, sources: [leaf-book] }', 'documented, sources: [] }', 'missing-source'],
    ['documented, sources: [leaf-book] }', 'documented, sources: [leave-book] }', 'unknown-reference'],
    ['documented, sources: [leaf-book] }', 'judgement, sources: [leaf-book, leaf-book] }', 'duplicate-item'],
    ['loss: people stay asleep', 'loss: [people stay asleep]', 'wrong-type'],
    ['if: children drink it', 'if: Children drink it.', 'wrong-format'],
    ['when: { fact: guests, includes-any: [children] }, if', 'if', 'missing-key'],
    ['fact: cups, at-most: 2', 'fact: cup, at-most: 2', 'unknown-reference'],
    ['fact: cups, at-most: 2', 'fact: cups, is: 2', 'wrong-operator'],
    ['    claim: Nobody makes two drinks for two.\n', '', 'missing-key'],
    ['    when: { fact: cups, at-most: 2 }\n', '', 'missing-key'],
    ['basis: partial\n    sources: [leaf-book]', 'basis: partial\n    sources: []', 'missing-source'],
    ['ask-first: [guests', 'ask-first: [guest', 'unknown-reference'],
    ['ask-first: [guests', 'ask-first: [time', 'duplicate-item'],
    ['ask-first: [guests, time]', 'ask-first: guests', 'wrong-type'],
    ['by: time, values: { true', 'by: tme, values: { true', 'unknown-reference'],
    ['true: morning', 'true: mornin', 'unknown-value'],
    ['true: morning', 'true: [morning]', 'wrong-type'],
    ['[grown-ups, elders]', '[grown-ups, children]', 'duplicate-item'],
    ['[grown-ups, elders]', '[elders, elders]', 'duplicate-item'],
    ['[grown-ups, elders]', '[]', 'too-few-items'],
    ['[adults, children], parents', '[adults, child], parents', 'unknown-value'],
    ['[adults, children], parents', '[adults, adults], parents', 'duplicate-item'],
    ['parents: adults', 'parents: parents', 'unknown-value'],
    ['nobody: []', 'No body: []', 'wrong-format'],
    ['{ by: guests }', '{ by: guests, values: {} }', 'too-few-items'],
    ['{ by: guests }', '{}', 'missing-key'],
    ['{ by: guests }', '{ values: { a: adults } }', 'missing-key'],
    ['{ by: guests }', '{ bye: guests }', 'unknown-key'],
    ['{ by: guests }', 'guests', 'wrong-type'],
    ['  people:', '  People:', 'wrong-format'],
    ['  people:', '  cups:', 'still-there'],
    ['{ noon: morning }', '{ evening: morning }', 'still-there'],
    ['time: { by: time, values: { noon: morning } }', 'time: { by: time, says: Say it. }', 'missing-key'],
    ['time: { by: time,', 'time: { by: guests,', 'still-there'],
    ['\nsources:', `${options(7)}\nsources:`, 'too-many-options'],
  ])('with %s as %s has the problem %s', (part, replacement, code) => {
    expect(codesWith(part, replacement)).toContain(code)
  })

  it('is told of a clause of another kind that text or a map is expected', () => {
    const result = parsePack({
      name: 'pack.yaml',
      text: fullPack.replace('gain: {', 'gain: [ {').replace('[leaf-book] }', '[leaf-book] } ]'),
    })
    expect(result.ok ? [] : result.diagnostics).toMatchObject([
      { code: 'wrong-type', arguments: { expected: 'text-or-map', found: 'list' } },
    ])
  })

  it('is told the fact that a name to ask first most likely means', () => {
    const result = parsePack({ name: 'pack.yaml', text: fullPack.replace('[guests, time]', '[guest, time]') })
    expect(result.ok ? [] : result.diagnostics).toMatchObject([
      { code: 'unknown-reference', arguments: { kind: 'fact', id: 'guest', nearest: 'guests' } },
    ])
  })

  it('is told the first option that is one too many', () => {
    const text = fullPack.replace('\nsources:', `${options(9)}\nsources:`)
    const result = parsePack({ name: 'pack.yaml', text })
    const found = result.ok ? [] : result.diagnostics.filter(({ code }) => code === 'too-many-options')
    expect(found).toMatchObject([{ arguments: { maximum: 8 }, place: { start: text.indexOf('juice-7') } }])
  })
})

it('a pack may have eight options', () => {
  expect(codesWith('\nsources:', `${options(6)}\nsources:`)).not.toContain('too-many-options')
})

function codesWith(part: string, replacement: string): readonly string[] {
  if (!fullPack.includes(part)) throw new Error(`the full pack has no ${part}`)
  const result = parsePack({ name: 'pack.yaml', text: fullPack.replace(part, () => replacement) })
  return result.ok ? [] : result.diagnostics.map(({ code }) => code)
}
