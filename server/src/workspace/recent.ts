/** Makes values of keys, and remembers those of the keys that were asked for last. */
export function createRecent<K, V>(
  most: number,
  make: (key: K) => V,
): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    for (const oldest of known.keys()) {
      if (known.size < most) break;
      known.delete(oldest);
    }
    known.set(key, made);
    return made;
  };
}
