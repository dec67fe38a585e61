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
