import { createMemory } from "../markdown/memory.js";
import type { Span } from "../markdown/span.js";
import type { Target } from "../targets/target.js";
import type { PostFacts } from "./facts.js";
import { wordsIn } from "./words.js";

/** A paragraph, list item or row of a table that names targets, as far as its lines tell. */
export interface Passage {
  readonly targets: readonly Target[];
  /** Stems; see `wordsIn`. */
  readonly words: ReadonlySet<string>;
  /** Those of the heading above. */
  readonly heading: ReadonlySet<string>;
}

/** A text that is put together when somebody asks for it. */
interface Told {
  readonly text: string;
}

const known = createMemory<PostFacts, Told | readonly Passage[]>();

/**
 * Says of which text a post's facts are. That of ten thousand posts is not kept: what is in their passages is known of open
 * posts, and of those that somebody has read for it.
 */
export function rememberText(facts: PostFacts, text: string): void {
  rememberTextOf(facts, { text });
}

/** The same, where nobody may ever ask. */
export function rememberTextOf(facts: PostFacts, told: Told): void {
  known.set(facts, told);
}

/** What stands around the places where a post names something; undefined where its text is not at hand. */
export function passagesOf(facts: PostFacts): readonly Passage[] | undefined {
  const before = known.get(facts);
  if (!before || !("text" in before)) return before;
  const passages = passagesIn(before.text, facts);
  known.set(facts, passages);
  return passages;
}

function passagesIn(text: string, { uses, headings }: PostFacts): Passage[] {
  const passages: (Passage & { readonly targets: Target[] })[] = [];
  let end = -1;
  for (const { form, target, span } of uses) {
    if (form === "definition") continue;
    if (span.start < end) {
      passages.at(-1)?.targets.push(target);
      continue;
    }
    const around = passageAround(text, span);
    end = around.end;
    const heading = headings.findLast((one) => one.span.end <= around.start);
    passages.push({
      targets: [target],
      words: wordsOf(text, around),
      heading: new Set(wordsIn(heading?.text ?? "").keys()),
    });
  }
  return passages;
}

/** With fewer words a passage says nothing of its own: it goes on with what leads to it. */
const fewestWords = 3;
const mostSteps = 10;

function wordsOf(text: string, passage: Around): Set<string> {
  const words = new Set(wordsIn(text.slice(passage.start, passage.end)).keys());
  let { start, item } = passage;
  for (let step = 0; step < mostSteps && words.size < fewestWords; step++) {
    const before = text.slice(Math.max(0, start - longestPassage), start);
    const last = before.replace(/\s+(?:(?:[-*+|]|\d+[.)])\s*)?$/, "").length;
    if (last === 0) break;
    const at = start - before.length + last - 1;
    const leading = passageAround(text, { start: at, end: at + 1 });
    const said = text.slice(leading.start, leading.end);
    if (/^\s*(?:#|---)/.test(said)) break;
    start = leading.start;
    // The items of a list do not lead to each other, only to those below them.
    const isSibling = (leading.item ?? -1) >= (item ?? Infinity);
    if (isSibling) continue;
    item = leading.item;
    for (const word of wordsIn(said).keys()) words.add(word);
  }
  return words;
}

/** What is farther away says little. */
export const longestPassage = 1000;

interface Around extends Span {
  /** How far a list item or row of a table is indented; undefined of any other passage. */
  readonly item: number | undefined;
}

/** From the blank line, list marker or row before a place to the next one. */
export function passageAround(text: string, { start, end }: Span): Around {
  const before = text.slice(Math.max(0, start - longestPassage), start);
  const after = text.slice(end, end + longestPassage);
  const opening = [...before.matchAll(boundary)].at(-1);
  const closing = after.search(boundary);
  const from = start - before.length;
  const { indent = "", marker } = opening?.groups ?? {};
  return {
    start: opening ? from + opening.index + opening[0].length : from,
    end: end + (closing === -1 ? after.length : closing),
    item: marker === undefined ? undefined : indent.length,
  };
}

const boundary =
  /(?:\r\n|\n|\r)(?<indent>[ \t]*)(?:(?<marker>[-*+][ \t]|\d+[.)][ \t]|\|)|(?=\r|\n))/g;
