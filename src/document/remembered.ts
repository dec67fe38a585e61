/**
 * A function of a text that keeps what it has answered, for texts that come again and again: the words of a pack stand in
 * many records. When it knows too many it forgets them all.
 */
export function remembered<Value>(most: number, answer: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const old = known.get(text)
    if (old !== undefined) return old
    const value = answer(text)
    if (known.size >= most) known.clear()
    known.set(text, value)
    return value
  }
}
