import { describe, expect, it } from 'vitest'
import { rememberedOfText } from '../../src/document/remembered.ts'

describe('what is remembered of a text', () => {
  it('is worked out once, and again after thousands of others', () => {
    const asked: string[] = []
    const lengthOf = rememberedOfText((text) => asked.push(text) && text.length)
    expect([lengthOf('tea'), lengthOf('tea')]).toEqual([3, 3])
    expect(asked).toEqual(['tea'])
    for (let other = 0; other < 5000; other += 1) lengthOf(String(other))
    expect(lengthOf('tea')).toBe(3)
    expect(asked.filter((text) => text === 'tea')).toHaveLength(2)
  })
})
