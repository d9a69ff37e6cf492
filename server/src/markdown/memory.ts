/**
 * A place for one thing on each of many objects, forgotten with the object. No WeakMap: V8's collections of what is new
 * keep all that a WeakMap in old space holds, so that what is noted of each version of a text would live until one of all.
 */
export interface Memory<Of extends object, Value> {
  get(of: Of): Value | undefined;
  set(of: Of, value: Value): void;
}

export function createMemory<Of extends object, Value>(): Memory<Of, Value> {
  const memory: Memory<Of, Value> = {
    get: (of) => Notes.of(of)?.get(memory) as Value | undefined,
    set: (of, value) => Notes.begin(of).set(memory, value),
  };
  return memory;
}

type NotesOfAll = Map<object, unknown>;

/** What this constructs is what it is given: a class that extends it puts its private fields on any object. */
const Itself = function itself(object: object) {
  return object;
} as unknown as new (
  object: object,
) => object;

/** In a private field, since a copy of the object (`{ ...object }`) is another object, of which nothing is noted. */
class Notes extends Itself {
  readonly #notes: NotesOfAll = new Map();

  static of(object: object): NotesOfAll | undefined {
    return #notes in object ? object.#notes : undefined;
  }

  static begin(object: object): NotesOfAll {
    return Notes.of(object) ?? new Notes(object).#notes;
  }
}
