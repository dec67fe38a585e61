const BYTE_ORDER_MARK = '\uFEFF'

/** A text as the machine compares it: without byte order mark, with line feeds only. */
export function withLineFeeds(text: string): string {
  const plain = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
  return plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain
}

/** Gives a new text the byte order mark and the line ends of the text that it replaces. */
export function styleLike(original: string, text: string): string {
  const lineFeeds = original.match(/\n/g)?.length ?? 0
  const carriageReturns = original.match(/\r\n/g)?.length ?? 0
  const ended = carriageReturns > lineFeeds / 2 ? text.replaceAll('\n', '\r\n') : text
  return original.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK + ended : ended
}
