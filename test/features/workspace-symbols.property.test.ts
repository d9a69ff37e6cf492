import fc from "fast-check";
import { expect, test } from "vitest";
import { workspaceSymbols } from "../../server/src/features/workspace-symbols.js";
import { parse } from "../../server/src/markdown/parse.js";
import { excerptOf, factsOf } from "../../server/src/workspace/facts.js";
import { pack } from "../../server/src/workspace/packed-excerpt.js";
import { createFactsReader } from "../../server/src/workspace/packed-facts.js";
import { numRuns, timeout } from "../markdown/arbitraries.js";
import { nearlyPlain } from "../markdown/nearly-plain.js";

const uri = "file:///week.md";
const named = fc
  .array(fc.constantFrom(..."aAbBkKß1-.#[]^\\é \t", "K", "\n", "🎉"))
  .map((characters) => characters.join(""));
const text = fc.oneof(
  nearlyPlain,
  fc.tuple(named, named).map(([a, b]) => `# ${a}\n\n[${b}]: /u\n`),
);

test("posts that are packed are found by the same letters", { timeout }, () => {
  fc.assert(
    fc.property(text, named, (text, query) => {
      const document = parse(text);
      const packed = pack(excerptOf(uri, document));
      const ask = (post: ReturnType<typeof factsOf>) =>
        workspaceSymbols([post], query, true);
      expect(ask(createFactsReader([])(uri, packed))).toEqual(
        ask(factsOf(uri, document, [])),
      );
    }),
    { numRuns: numRuns * 20 },
  );
});
