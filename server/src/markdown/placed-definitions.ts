import type { Chunks } from "./chunk.js";
import type { DefinitionPlace } from "./definition-index.js";
import type { Definition } from "./document.js";

/** `Document.defined`: each definition is put where it stands when somebody asks for it. */
export class PlacedDefinitions
  extends Map<string, Definition>
  implements ReadonlyMap<string, Definition>
{
  readonly #chunks: Chunks;
  #indices: readonly number[] | undefined;

  constructor(chunks: Chunks) {
    super();
    this.#chunks = chunks;
  }

  override get size(): number {
    return this.#first.size;
  }
  override has(key: string): boolean {
    return this.#first.has(key);
  }
  override get(key: string): Definition | undefined {
    const place = this.#first.get(key);
    return place && this.#placed(place);
  }
  override keys() {
    return this.#first.keys() as ReturnType<Map<string, Definition>["keys"]>;
  }
  override *values(): MapIterator<Definition> {
    for (const place of this.#first.values()) yield this.#placed(place);
  }
  override *entries(): MapIterator<[string, Definition]> {
    for (const [key, place] of this.#first) yield [key, this.#placed(place)];
  }
  override [Symbol.iterator]() {
    return this.entries();
  }
  override forEach(
    visit: (
      definition: Definition,
      key: string,
      map: Map<string, Definition>,
    ) => void,
  ): void {
    for (const [key, definition] of this.entries())
      visit(definition, key, this);
  }

  get #first(): ReadonlyMap<string, DefinitionPlace> {
    return this.#chunks.definitions.first;
  }

  #placed({ chunk, definition: index }: DefinitionPlace): Definition {
    const { all, definitions, at } = this.#chunks;
    this.#indices ??= indicesOf(definitions.chunks, all);
    return at(this.#indices[chunk] ?? -1).definition(index);
  }
}

/** Where some of a list's items are in it. */
function indicesOf<T>(
  some: readonly T[],
  all: readonly T[],
): readonly number[] {
  let next = 0;
  return some.map((item) => {
    while (next < all.length && all[next] !== item) next++;
    return next++;
  });
}
