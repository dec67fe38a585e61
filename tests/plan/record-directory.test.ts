import { describe, expect, it } from 'vitest'
import { type DirectoryClues, chooseDirectory, isAdrToolsRecord } from '../../src/plan/record-directory.ts'

const pathFor = (clues: DirectoryClues): string => chooseDirectory(clues).path

const all = {
  configured: 'configured',
  adrDir: 'adr-tools',
  adrsToml: 'adrs',
  log4brains: 'brains',
  existing: ['docs/adr', 'doc/adr'],
}

describe('the record directory', () => {
  it('is the configured one before any other', () => {
    expect(pathFor(all)).toBe('configured')
  })

  it('is the one that another tool uses, adr-tools first', () => {
    const { configured: _configured, ...others } = all
    expect(pathFor(others)).toBe('adr-tools')
    const { adrDir: _adrDir, ...later } = others
    expect(pathFor(later)).toBe('adrs')
    const { adrsToml: _adrsToml, ...last } = later
    expect(pathFor(last)).toBe('brains')
  })

  it('is the folder that has records before a usual one that has none', () => {
    expect(pathFor({ found: 'docs/ADRs', existing: ['docs/adr'] })).toBe('docs/ADRs')
    expect(pathFor({ ...all, found: 'docs/ADRs' })).toBe('configured')
  })

  it('is a usual folder that exists, in the order of preference', () => {
    expect(pathFor({ existing: ['doc/adr', 'docs/adr'] })).toBe('docs/adr')
    expect(pathFor({ existing: ['doc/adr', 'docs/decisions'] })).toBe('docs/decisions')
    expect(pathFor({ existing: ['doc/adr'] })).toBe('doc/adr')
  })

  it('is docs/decisions where nothing says otherwise', () => {
    expect(pathFor({ existing: [] })).toBe('docs/decisions')
    expect(pathFor({ existing: ['architecture'] })).toBe('docs/decisions')
  })

  it('is never an empty setting', () => {
    expect(pathFor({ configured: '', adrDir: ' \n', adrsToml: 'adrs', existing: [] })).toBe('adrs')
  })

  it.each([
    ['doc/adr\n', 'doc/adr'],
    ['./doc//adr/', 'doc/adr'],
    ['doc\\adr', 'doc/adr'],
    ['doc/./adr', 'doc/adr'],
    ['/etc/adr', '/etc/adr'],
    ['../outside', '../outside'],
    ['doc/../..', 'doc/../..'],
  ])('written as %j is %j', (configured, expected) => {
    expect(pathFor({ configured, existing: [] })).toBe(expected)
  })
})

describe('a record of adr-tools', () => {
  it('is numbered in its title and has a section for its status', () => {
    expect(isAdrToolsRecord('# 1. Record decisions\n\nDate: 2026-01-01\n\n## Status\n\nAccepted\n')).toBe(
      true,
    )
  })

  it.each([
    ['no number', '# Record decisions\n\n## Status\n\nAccepted\n'],
    ['no status', '# 1. Record decisions\n\n## Context\n'],
    ['front matter', '---\nid: a\n---\n# 1. Record\n\n## Status\n'],
    ['another level', '## 1. Record\n\n## Status\n'],
    ['nothing in it', ''],
  ])('is not one with %s', (_, text) => {
    expect(isAdrToolsRecord(text)).toBe(false)
  })
})
