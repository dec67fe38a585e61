import type { Pack } from '../criteria/pack.ts'

/** What the author of a file calls it: a house is written over a comparison that has an id as well. */
export const writtenId = ({ id, house }: Pack): string => house?.id ?? id

/** Whether an entry of a list stands in the author's own file, not in the comparison that a house extends. */
export const isOwn = (
  { house }: Pack,
  list: 'criteria' | 'vetoes' | 'watch' | 'facts',
  id: string,
): boolean => house === undefined || !house.base[list].some((entry) => entry.id === id)
