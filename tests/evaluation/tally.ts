/** The weight of each label. */
export function tally(
  entries: readonly { readonly label: string; readonly weight: number }[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { label, weight } of entries) counts.set(label, (counts.get(label) ?? 0) + weight)
  return counts
}
