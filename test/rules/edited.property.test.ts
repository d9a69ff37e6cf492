import fc from "fast-check";
import { expect, test } from "vitest";
import type { Document } from "../../server/src/markdown/document.js";
import { edit } from "../../server/src/markdown/edit.js";
import { parse } from "../../server/src/markdown/parse.js";
import { allRules } from "../../server/src/rules/all-rules.js";
import { checkPost } from "../../server/src/rules/check.js";
import { factsOf } from "../../server/src/workspace/facts.js";
import {
  createIndex,
  type WorkspaceIndex,
} from "../../server/src/workspace/index.js";
import { defaultSettings } from "../../server/src/workspace/settings.js";
import { anyChange, applied } from "../markdown/random-edits.js";
import { readMarks } from "./marks.js";

const uri = "file:///site/blog/2022-10-19-node.md";
const { hosts } = defaultSettings.github;

const examples = allRules.flatMap(({ examples }) =>
  examples.map(({ markdown }) => `${readMarks(markdown).text}\n\n`),
);
const others = allRules
  .flatMap(({ examples }) =>
    examples.flatMap(({ others }) => Object.entries(others ?? {})),
  )
  .slice(0, 12)
  .map(([name, text]) =>
    factsOf(`file:///site/blog/${name}`, parse(text), hosts),
  );

/** What the rules say of a text, as its author sees it. */
function said(document: Document, index: WorkspaceIndex, isTyped: boolean) {
  const facts = factsOf(uri, document, hosts);
  const knowledge = index.knowledgeOf(
    uri,
    facts,
    isTyped ? document : undefined,
  );
  const post = { uri, document, knowledge, settings: defaultSettings };
  const rethrow = (_rule: unknown, error: unknown) => {
    throw error;
  };
  return checkPost(post, { onCrash: rethrow }).map(
    ({ rule, severity, finding: { span, message, related, fixes } }) => ({
      ...{ rule: rule.id, severity, span, message, related },
      fixes: fixes(),
    }),
  );
}

function indexWith(document: Document): WorkspaceIndex {
  const index = createIndex(defaultSettings, "file:///site/");
  for (const facts of others) index.set(facts);
  index.set(factsOf(uri, document, hosts));
  return index;
}

test("what is said of a text that was edited is what is said of it when it is opened", {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...examples), { minLength: 1, maxLength: 5 }),
      fc.array(fc.tuple(anyChange, fc.boolean()), { maxLength: 6 }),
      (parts, steps) => {
        let document = parse(parts.join(""));
        const index = indexWith(document);
        for (const [change, isPause] of steps) {
          const { changes } = applied(document.text, [change]);
          document = edit(document, changes);
          if (isPause) index.set(factsOf(uri, document, hosts));
          const opened = parse(document.text);
          expect(said(document, index, true)).toEqual(
            said(opened, indexWith(opened), false),
          );
        }
      },
    ),
    { numRuns: Number(process.env.WEEKNOTES_RUNS ?? 12) },
  );
});
