/** An object whose properties are made when somebody first asks for them; each then is a plain value. */
export function lazyObject<T extends object>(
  makers: {
    readonly [Key in keyof T]: () => T[Key];
  },
): T {
  const object = {};
  for (const key of Object.keys(makers) as (keyof T & string)[]) {
    Object.defineProperty(object, key, {
      configurable: true,
      enumerable: true,
      get() {
        const value = makers[key]();
        Object.defineProperty(object, key, { enumerable: true, value });
        return value;
      },
    });
  }
  return object as T;
}
