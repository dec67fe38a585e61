import { describe, expect, it } from 'vitest'
import { readAnyRecord } from '../../src/record-file/read-any-record.ts'
import * as records from './foreign-records.ts'

describe.each([
  ['a number', records.numbered],
  ['status and date', records.headed],
  ['a status', records.states],
  ['what a record says of itself, not its text,', records.misleading],
  ['labels of another language', records.languages],
  ['a successor', records.successors],
])('%s', (_, cases) => {
  it.each(cases)('is read: $what', ({ name, text, read }) => {
    expect(readAnyRecord(name, text)).toMatchObject({ ok: true, value: read })
    expect(readAnyRecord(name, `\uFEFF${text.replaceAll('\n', '\r\n')}`)).toMatchObject({
      ok: true,
      value: read,
    })
  })
})

describe('a template', () => {
  it.each(records.noRecords)('is no record: $what', ({ name, text }) => {
    expect(readAnyRecord(name, text)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('template'),
    })
  })
})
