const BYTE_ORDER_MARK = '\uFEFF'

/** A text as the machine compares it: without byte order mark, with line feeds only. */
export const plainText = (text: string): string => text.replace(BYTE_ORDER_MARK, '').replace(/\r\n?/g, '\n')

/** Gives a new text the byte order mark and the line ends of the text that it replaces. */
export function styleLike(original: string, text: string): string {
  const lineFeeds = original.match(/\n/g)?.length ?? 0
  const carriageReturns = original.match(/\r\n/g)?.length ?? 0
  const ended = carriageReturns > lineFeeds / 2 ? text.replaceAll('\n', '\r\n') : text
  return original.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK + ended : ended
}
