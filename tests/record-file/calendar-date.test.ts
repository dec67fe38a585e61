import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCalendarDate } from '../../src/record-file/record-file-name.ts'
import { tries } from '../support/arbitraries.ts'

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

describe('a calendar date', () => {
  it('is a day that exists', () => {
    const parts = fc.tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 33 }),
    )
    fc.assert(
      fc.property(parts, ([year, month, day]) => {
        const date = new Date(0)
        date.setUTCFullYear(year, month - 1, day)
        const exists =
          month >= 1 &&
          month <= 12 &&
          day >= 1 &&
          date.getUTCMonth() === month - 1 &&
          date.getUTCDate() === day
        expect(isCalendarDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)).toBe(exists)
      }),
      tries(1000),
    )
  })

  it.each(['2024-02-29', '2000-02-29', '2026-12-31'])('may be %s', (text) => {
    expect(isCalendarDate(text)).toBe(true)
  })

  it.each(['2023-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-01-00', '2026-04-31'])(
    'cannot be %s, which no calendar has',
    (text) => {
      expect(isCalendarDate(text)).toBe(false)
    },
  )

  it.each([
    '',
    '2026-1-1',
    '26-01-01',
    ' 2026-01-01',
    '2026-01-01\n',
    '2026/01/01',
    '2026-01-01T00:00',
    '02026-01-01',
    '٢٠٢٦-٠١-٠١',
  ])('cannot be "%s", which is written otherwise', (text) => {
    expect(isCalendarDate(text)).toBe(false)
  })
})
