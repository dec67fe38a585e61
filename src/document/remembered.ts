/** Gives what it has answered for a text before, or asks for the answer. When it knows too many it forgets them all. */
export type Memory<Value> = (text: string, answer: () => Value) => Value

/** @param most how many answers are kept */
export function memoryOf<Value>(most: number): Memory<Value> {
  const known = new Map<string, Value>()
  return (text, answer) => {
    const old = known.get(text)
    if (old !== undefined) return old
    const value = answer()
    if (known.size >= most) known.clear()
    known.set(text, value)
    return value
  }
}

/** A function of a text that keeps what it has answered, for texts that come again and again: the words of a pack stand in many records. */
export function remembered<Value>(most: number, answer: (text: string) => Value): (text: string) => Value {
  const keep = memoryOf<Value>(most)
  return (text) => keep(text, () => answer(text))
}

/** The same for what is no text: a pack, or a source, is looked through once for as long as it lasts. */
export function rememberedOf<Key extends object, Value>(answer: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>()
  return (key) => {
    const old = known.get(key)
    if (old !== undefined) return old.value
    const value = answer(key)
    known.set(key, { value })
    return value
  }
}
