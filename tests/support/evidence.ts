import type { Plan } from '../../src/plan/plan-changes.ts'
import type { Support } from '../../src/plan/wanted-record.ts'

/** Evidence that says nothing, for tests of something else. */
export const bareSupport = (): Support => ({
  lines: ['# Evidence'],
  data: {
    format: 1,
    criteria: { id: 'pack', version: 1, verified: '2026-01-01' },
    decision: { kind: 'chosen', options: {} },
    confidence: 'clear',
    settled: true,
    components: [],
  },
})

export const noEvidence = {
  evidence: new Map<string, string>(),
  evidenceData: new Map<string, string>(),
} as const

/** A plan without the evidence that it writes. */
export const withoutEvidence = ({ changes, writes, ...plan }: Plan): Plan => ({
  ...plan,
  changes: changes.map((change) => {
    const { support, ...others } = change
    return support === undefined ? change : others
  }),
  writes: writes.filter(({ path }) => !path.startsWith('.madrigal/evidence/')),
})
