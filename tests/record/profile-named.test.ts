import { describe, expect, it } from 'vitest'
import { profileNamed } from '../../src/record/evidence/profile-named.ts'

describe('profileNamed', () => {
  it('finds the profile beside a fact that was answered in it', () => {
    const facts = [
      '- Nobody knows: Is there milk? (`milk`)',
      '- It is hot. (`hot`, `a b/adr-profile.yaml:10`)',
      '- It is late. (`time`, `other.yaml:3`)',
    ]
    expect(profileNamed(facts.join('\n'))).toBe('a b/adr-profile.yaml')
  })

  it('knows names that code has to be fenced for', () =>
    expect(profileNamed('- It is hot. (`hot`, `` a`b.yaml:1 ``)')).toBe('a`b.yaml'))

  it('finds none where nothing was answered', () =>
    expect(profileNamed('- Not answered: Is it hot? (`hot`)')).toBeNull())
})
