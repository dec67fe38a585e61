import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findingsSarif } from '../../src/check/findings-sarif.ts'

interface Log {
  readonly runs: readonly { readonly tool: { readonly driver: Driver } }[]
}

interface Driver {
  readonly informationUri?: string
  readonly rules: readonly { readonly helpUri?: string }[]
}

function driverOf(homepage?: string): Driver | undefined {
  const log = JSON.parse(findingsSarif([], { version: '1.0.0', ...(homepage && { homepage }) })) as Log
  return log.runs[0]?.tool.driver
}

describe('the addresses in a SARIF log', () => {
  it.each([
    'https://example.org/madrigal',
    'https://example.org/madrigal/',
    'https://example.org/madrigal#readme',
  ])('are those of %s and of what it says about findings', (homepage) => {
    const driver = driverOf(homepage)
    expect(driver?.informationUri).toBe(homepage)
    expect(new Set(driver?.rules.map(({ helpUri }) => helpUri))).toEqual(
      new Set(['https://example.org/madrigal/blob/main/docs/checking.md#findings']),
    )
    expect(readFileSync('docs/checking.md', 'utf8')).toContain('\n## Findings\n')
  })

  it('are left out where the project has none', () => {
    const driver = driverOf()
    expect(driver).not.toHaveProperty('informationUri')
    for (const rule of driver?.rules ?? []) expect(rule).not.toHaveProperty('helpUri')
  })
})
