/**
 * Makes values of keys, and remembers those of the keys that were asked for last: of one key only, where several have the
 * same id.
 */
export function createRecent<K, V>(
  most: number,
  make: (key: K) => V,
  idOf: (key: K) => unknown = (key) => key,
): (key: K) => V {
  const known = new Map<unknown, { readonly key: K; readonly value: V }>();
  return (key) => {
    const id = idOf(key);
    const found = known.get(id);
    if (found?.key === key) return found.value;
    const value = make(key);
    known.delete(id);
    for (const oldest of known.keys()) {
      if (known.size < most) break;
      known.delete(oldest);
    }
    known.set(id, { key, value });
    return value;
  };
}
