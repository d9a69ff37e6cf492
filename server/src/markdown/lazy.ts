/**
 * Objects whose properties are made of something when somebody first asks for them, which may be by another of them. Their
 * getters are those of a class: of an object with getters of its own, V8 lets go only when it collects all garbage, and not
 * when it collects what is new. So the properties are no own ones, which a copy (`{ ...object }`) would have.
 */
export function lazily<From, T extends object>(
  makers: {
    readonly [Key in keyof T]: (from: From, object: T) => T[Key];
  },
): (from: From) => T {
  class Lazy {
    readonly #from: From;
    readonly #made = new Map<keyof T, unknown>();

    constructor(from: From) {
      this.#from = from;
    }

    static property(object: Lazy, key: keyof T): unknown {
      const made = object.#made;
      if (!made.has(key))
        made.set(key, makers[key](object.#from, object as unknown as T));
      return made.get(key);
    }
  }
  for (const key of Object.keys(makers) as (keyof T)[])
    Object.defineProperty(Lazy.prototype, key, {
      get(this: Lazy) {
        return Lazy.property(this, key);
      },
    });
  return (from) => new Lazy(from) as unknown as T;
}
