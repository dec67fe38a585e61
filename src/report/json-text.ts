/** A terminal takes some of these for commands, and some reorder the text. JSON leaves them as they are. */
const invisible = /[\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/**
 * Data as JSON for standard output. What a terminal, or the log of a runner of a continuous integration (`##[error]`),
 * would take for a command is written as an escape, which stands for the same text.
 */
export const jsonText = (data: unknown): string =>
  `${JSON.stringify(data, null, 2)
    .replaceAll('##[', '##\\u005b')
    .replace(invisible, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`
