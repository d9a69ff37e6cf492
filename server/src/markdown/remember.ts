import { detached } from "./detached.js";
import { createMemory } from "./memory.js";

/** Makes something of an immutable object once, however many ask for it, and forgets it with the object. */
export function onceFor<Of extends object, Value>(
  make: (of: Of) => Value,
): (of: Of) => Value {
  const known = createMemory<Of, { readonly value: Value }>();
  return (of) => {
    const before = known.get(of);
    if (before) return before.value;
    const value = make(of);
    known.set(of, { value });
    return value;
  };
}

/**
 * The same of two objects. `a` is to be the one that lasts no longer: what is made of the last `b` hangs on it, and `b` with
 * that.
 */
export function onceForBoth<A extends object, B extends object, Value>(
  make: (a: A, b: B) => Value,
): (a: A, b: B) => Value {
  const known = createMemory<A, { readonly b: B; readonly value: Value }>();
  return (a, b) => {
    const before = known.get(a);
    // The second is a setting, which nearly always is the same as before.
    if (before?.b === b) return before.value;
    const value = make(a, b);
    known.set(a, { b, value });
    return value;
  };
}

/** Makes something of some items that belong to an object, again only when one of them is another. */
export function onceForItems<
  Of extends object,
  Items extends readonly unknown[],
  Value,
>(make: (items: Items, of: Of) => Value): (items: Items, of: Of) => Value {
  const known = createMemory<
    Of,
    { readonly items: Items; readonly value: Value }
  >();
  return (items, of) => {
    const before = known.get(of);
    if (
      before?.items.length === items.length &&
      items.every((item, index) => item === before.items[index])
    )
      return before.value;
    const value = make(items, of);
    known.set(of, { items, value });
    return value;
  };
}

/**
 * Makes something of a text, as a setting has it, and remembers what was made of the last texts: of at least half as many
 * as are given. What is remembered keeps none of the text it was cut from.
 */
export function forTexts<Given extends object, Value extends object>(
  most: number,
  make: (text: string, given: Given) => Value,
): (text: string, given: Given) => Value {
  const memories = onceFor((_given: Given) => ({
    recent: new Map<string, Value>(),
    before: new Map<string, Value>(),
  }));
  return (text, given) => {
    const memory = memories(given);
    const known = memory.recent.get(text);
    if (known !== undefined) return known;
    const key = detached(text);
    const value = memory.before.get(text) ?? make(key, given);
    if (memory.recent.size * 2 >= most) {
      memory.before = memory.recent;
      memory.recent = new Map();
    }
    memory.recent.set(key, value);
    return value;
  };
}

/** Makes something of an object and a text, as a setting has it, and forgets it with the object. */
export function forTextsOf<Of extends object, Given extends object, Value>(
  make: (text: string, of: Of, given: Given) => Value,
): (text: string, of: Of, given: Given) => Value {
  const made = onceForBoth(
    (_of: Of, _given: Given) => new Map<string, { readonly value: Value }>(),
  );
  return (text, of, given) => {
    const known = made(of, given);
    const before = known.get(text);
    if (before) return before.value;
    const value = make(text, of, given);
    known.set(detached(text), { value });
    return value;
  };
}
