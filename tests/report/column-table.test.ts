import { describe, expect, it } from 'vitest'
import { columnTable } from '../../src/report/column-table.ts'

const head = ['  Fact', 'Answer', 'Read in']

describe('a table of columns', () => {
  it('gives a column no less than its longest word needs', () => {
    const rows = [
      ['mail: operations-per-instance', 'background-worker', 'a file says so on its second line'],
      ['work', '', 'a file'],
    ]
    expect(columnTable(head, rows, 60)).toEqual([
      '  Fact                     Answer             Read in',
      '  mail:                    background-worker  a file says so',
      '  operations-per-instance                     on its second',
      '                                              line',
      '  work                                        a file',
    ])
  })

  it('puts the last column below where its longest word has no room beside the others', () => {
    const rows = [
      ['builds-on', 'numerical-computing', 'services/advice/requirements.txt:2 requires numpy'],
      ['work', 'http-api', ''],
    ]
    expect(columnTable(head, rows, 60)).toEqual([
      '  Fact       Answer               Read in',
      '  builds-on  numerical-computing',
      '      services/advice/requirements.txt:2 requires numpy',
      '  work       http-api',
    ])
  })
})
