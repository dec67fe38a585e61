import type { Condition } from '../criteria/condition.ts'
import type { Pack } from '../criteria/pack.ts'
import { type LintFinding, findingAt } from './lint-finding.ts'
import { canHold } from './possible-answers.ts'

interface Rule {
  readonly at: readonly [list: string, id: string]
  readonly name: string
  readonly when: Condition
}

/** Rules with a condition that no project can meet, or that every project meets that the comparison covers. */
export function findEmptyConditions(pack: Pack): readonly LintFinding[] {
  const { scope } = pack
  if (!canHold(scope.when, pack))
    return [
      {
        rule: 'never-holds',
        at: 'scope',
        path: ['scope', 'when'],
        message: 'no answers are in the scope: the comparison never applies',
        help: 'change its condition',
      },
    ]
  return rulesOf(pack).flatMap(({ at, name, when }) => {
    if (!canHold({ all: [scope.when, when] }, pack))
      return [
        findingAt(
          'never-holds',
          at,
          `${name} never holds where the comparison applies`,
          'change its condition',
        ),
      ]
    if (!canHold({ all: [scope.when, { not: when }] }, pack))
      return [
        findingAt(
          'always-holds',
          at,
          `${name} holds for every project that the comparison covers`,
          at[0] === 'watch' ? 'leave its condition out' : 'say when it does not, or leave it out',
        ),
      ]
    return []
  })
}

function rulesOf({ criteria, vetoes, watch, burden }: Pack): readonly Rule[] {
  return [
    ...criteria.map(({ id, when }) => ({ at: ['criteria', id] as const, name: `\`${id}\``, when })),
    ...vetoes.map(({ id, when }) => ({ at: ['vetoes', id] as const, name: `the veto \`${id}\``, when })),
    ...watch.flatMap(({ id, when }) =>
      when === undefined ? [] : [{ at: ['watch', id] as const, name: `the watch point \`${id}\``, when }],
    ),
    ...(burden ? [{ at: ['boundary', 'burden'] as const, name: 'the burden', when: burden.when }] : []),
  ]
}
