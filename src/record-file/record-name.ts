const LONGEST_SLUG = 60

/**
 * A name for files and ids, never empty. Letters lose their accents and keep their script, so that two names hardly ever
 * become one. They are compared and folded by Unicode, not by locale.
 */
export function slugOf(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
    .toLowerCase()
  const dashed = trimDashes(plain.replaceAll('ß', 'ss').replace(/[^\p{L}\p{N}\p{M}]+/gu, '-'))
  return trimDashes([...dashed].slice(0, LONGEST_SLUG).join('')) || 'project'
}

const trimDashes = (text: string): string => text.replace(/^-+|-+$/g, '')

/** `python-vs-go/fleet-agent@1`: the pack, what is decided about, and the how-manieth record of that decision. */
export const recordId = (pack: string, subject: string, generation = 1): string =>
  `${pack}/${subject}@${generation}`

/** The decision that an id belongs to: everything before the `@`. */
export const decisionOfId = (id: string): string => id.slice(0, id.lastIndexOf('@'))

export const generationOf = (id: string): number => Number(id.slice(id.lastIndexOf('@') + 1))

/** Four digits at least, so that names sort by number. */
export const formatNumber = (number: number): string => String(number).padStart(4, '0')

/** `0001-language-for-fleet-agent.md`. It names the question, not the answer, so that it stays true when the answer changes. */
export const recordFileName = (number: number, topic: string, subject: string): string =>
  `${formatNumber(number)}-${slugOf(topic)}-for-${subject}.md`
