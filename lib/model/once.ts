/** What is worked out once per object and kept as long as that lives. */
export function oncePer<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const held = made.get(key) ?? { value: make(key) };
    made.set(key, held);
    return held.value;
  };
}

/** What takes a while to make, and is made when it is first asked for: a function that starts pays for nothing else. */
export function whenAsked<V>(make: () => V): () => V {
  let made: { readonly value: V } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
