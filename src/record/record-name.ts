const LONGEST_SLUG = 60

/**
 * A name for files and ids: ASCII where the text has any, its own letters otherwise, never empty.
 * Letters are compared and folded by Unicode, not by locale.
 */
export function slugOf(text: string): string {
  const ascii = slugFrom(text.normalize('NFKD').replace(/\p{M}/gu, ''), /[^a-z0-9]+/g)
  return ascii || slugFrom(text.normalize('NFC'), /[^\p{L}\p{N}]+/gu) || 'project'
}

const slugFrom = (text: string, others: RegExp): string => {
  const slug = trimDashes(text.toLowerCase().replace(others, '-'))
  return trimDashes([...slug].slice(0, LONGEST_SLUG).join(''))
}

const trimDashes = (text: string): string => text.replace(/^-+|-+$/g, '')

/** `python-vs-go/fleet-agent@1`: the pack, what is decided about, and the how-manieth record of that decision. */
export const recordId = (pack: string, subject: string, generation = 1): string =>
  `${pack}/${subject}@${generation}`

/** `0001-language-for-fleet-agent.md`. It names the question, not the answer, so that it stays true when the answer changes. */
export const recordFileName = (number: number, topic: string, subject: string): string =>
  `${String(number).padStart(4, '0')}-${slugOf(topic)}-for-${subject}.md`

/** The number in a record's file name: exactly four digits, so that dated names are not taken for numbers. */
export function numberInName(fileName: string): number | undefined {
  const digits = /^(\d{4})-.*\.md$/.exec(fileName)?.[1]
  return digits === undefined ? undefined : Number(digits)
}
