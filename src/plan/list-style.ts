import type { Match } from './match-statements.ts'
import type { Statement } from './statements.ts'

/** How a person's formatter has laid lists out, where that is another way than the machine's. */
export interface ListStyle {
  readonly bullet: readonly [was: string, is: string] | undefined
  /** The blank lines between items. */
  readonly gap: readonly string[] | undefined
}

const bulletOf = (statement: Pick<Statement, 'lines'> | undefined): string =>
  /^[ \t]*([-*+])[ \t]/.exec(statement?.lines[0] ?? '')?.[1] ?? ''

export function styleOf(
  base: readonly Statement[],
  mine: readonly Statement[],
  { places }: Match,
): ListStyle {
  const pairs = base.map((one, at) => [one, mine[places[at] ?? -1]] as const)
  const bullets = pairs.map(([one, other]) => [bulletOf(one), bulletOf(other)] as const)
  const within = pairs.filter(
    ([one, other], at) => one.kind === 'item' && base[at - 1]?.kind === 'item' && other !== undefined,
  )
  return {
    bullet: bullets.find(([was, is]) => was !== is && was !== '' && is !== ''),
    gap: within.find(([one, other]) => one.gap.length !== other?.gap.length)?.[1]?.gap,
  }
}

/** A statement of the machine as the person's formatter would have it. */
export const inStyle = ({ lines }: Statement, { bullet }: ListStyle): readonly string[] =>
  bullet === undefined
    ? lines
    : lines.map((line, index) =>
        index === 0 && bulletOf({ lines }) === bullet[0] ? line.replace(...bullet) : line,
      )
