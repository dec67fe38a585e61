/** A function that keeps what it has answered: a pack, or a source, is looked through once for as long as it lasts. */
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

/** A value that is made when it is first asked for, once. */
export function remembered<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

/** So many texts are kept; then all are forgotten, so that nothing grows without end. */
const MOST_TEXTS = 4096

/** The same for texts. Those of a pack come again and again, within a record and from record to record. */
export function rememberedOfText<Value>(answer: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, { readonly value: Value }>()
  return (text) => {
    const old = known.get(text)
    if (old !== undefined) return old.value
    const value = answer(text)
    if (known.size === MOST_TEXTS) known.clear()
    known.set(text, { value })
    return value
  }
}
