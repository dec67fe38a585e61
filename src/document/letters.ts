import { remembered } from './remembered.ts'

export const isAscii = (text: string): boolean => !/[\u0080-\uffff]/.test(text)

/** The classes of Unicode that patterns name, as far as they are ASCII. */
const inAscii: Readonly<Record<string, string>> = { L: 'A-Za-z', Lu: 'A-Z', Ll: 'a-z', N: '0-9', M: '' }

/**
 * A pattern for the letters of all scripts. It takes long to make, even to be read as a literal, so a text of ASCII, as most
 * are, gets another one that means the same for it.
 *
 * @param source where classes of Unicode stand in brackets, such as `[\p{L}\p{N}]`
 * @param flags but `u`, which it always has
 */
export function letterPattern(source: string, flags = ''): (text: string) => RegExp {
  const ascii = remembered(
    () =>
      new RegExp(
        source.replaceAll(/\\p\{(\w+)\}/g, (_, name: string) => inAscii[name] ?? ''),
        flags,
      ),
  )
  const all = remembered(() => new RegExp(source, `${flags}u`))
  return (text) => (isAscii(text) ? ascii() : all())
}
