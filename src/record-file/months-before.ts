/** The same day of an earlier month, as text that compares by day. The 31st of a short month comes after its last day. */
export function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number)
  const count = year * 12 + month - 1 - months
  const then = [Math.floor(count / 12), (count % 12) + 1]
  return `${String(then[0]).padStart(4, '0')}-${String(then[1]).padStart(2, '0')}${date.slice(7)}`
}
