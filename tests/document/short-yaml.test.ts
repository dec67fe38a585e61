import { describe, expect, it } from 'vitest'
import { parseShortYaml, shortYamlValue } from '../../src/document/short-yaml.ts'

describe('a short YAML text', () => {
  it('is read as it is', () => {
    const text = 'status: accepted\ntags: [a, b]\nwho: &ada { name: Ada }\nalso: *ada\n'
    expect(shortYamlValue(text)).toEqual({
      status: 'accepted',
      tags: ['a', 'b'],
      who: { name: 'Ada' },
      also: { name: 'Ada' },
    })
    expect(parseShortYaml(text)?.get('status')).toBe('accepted')
  })

  it.each([
    ['is no YAML', 'a: [\n'],
    ['has a key twice', 'a: 1\na: 2\n'],
    ['has a second document', 'a: 1\n...\nb: 2\n'],
    ['is long', `a: ${'x'.repeat(65_536)}\n`],
    ['is intricate', `a: [${'1,'.repeat(10_000)}]\n`],
    ['is deep', `a: ${'['.repeat(65)}${']'.repeat(65)}\n`],
    ['is deep where brackets stand in quotes', `a: ${'["]", '.repeat(65)}${']'.repeat(65)}\n`],
    ['is deep without brackets', `a:\n  ${'- '.repeat(65)}1\n`],
    ['has many aliases', `a: &a 1\nb: [${'*a, '.repeat(21)}]\n`],
  ])('is none when it %s', (_, text) => {
    expect(parseShortYaml(text)).toBeNull()
    expect(shortYamlValue(text)).toBeNull()
  })

  it('has no value when its aliases stand for too much', () => {
    const text = 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: [*d, *d, *d]\n'
    expect(parseShortYaml(text)).not.toBeNull()
    expect(shortYamlValue(text)).toBeNull()
  })
})
