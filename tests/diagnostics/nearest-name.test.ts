import { describe, expect, test } from 'vitest'
import { findMeant, findNearestName } from '../../src/diagnostics/nearest-name.ts'

describe('the nearest name', () => {
  test.each([
    ['distribtion', ['work', 'distribution'], 'distribution'],
    ['python-vs-og', ['python-vs-go'], 'python-vs-go'],
    ['Team_Languages', ['team-languages'], 'team-languages'],
    ['tme', ['time', 'tame'], 'time'],
    ['readres', ['readers'], 'readers'],
    ['unimportnt', ['essential', 'unimportant'], 'unimportant'],
    ['inherted', ['inherited'], 'inherited'],
    ['nothng', ['nothing'], 'nothing'],
  ])('for %s of %j is %s', (name, candidates, nearest) => {
    expect(findNearestName(name, candidates)).toBe(nearest)
  })

  test.each([
    ['important', ['essential', 'useful', 'unimportant']],
    ['importnt', ['unimportant']],
    ['unimportant', ['important']],
    ['stable', ['unstable']],
    ['non-blocking', ['blocking']],
    ['rust', ['python', 'go']],
    ['py', ['go']],
    ['a', ['b']],
    ['', ['a']],
    ['x'.repeat(10_000), ['x'.repeat(101)]],
  ])('is none where nothing is near', (name, candidates) => {
    expect(findNearestName(name, candidates)).toBeNull()
  })
})

describe('what is meant', () => {
  const values = [
    { id: 'cli', also: ['commands'] },
    { id: 'container-runtime', also: ['docker', 'k8s'] },
  ]

  test.each([
    ['docker', 'container-runtime'],
    ['K8S', 'container-runtime'],
    ['container-runtim', 'container-runtime'],
    ['cly', 'cli'],
    ['lambda', null],
  ])('by %s is %s', (word, meant) => {
    expect(findMeant(word, values)).toBe(meant)
  })
})
