import { expect, test } from "vitest";
import {
  semanticTokens,
  semanticTokensLegend,
  tokenEdits,
} from "../../server/src/features/semantic-tokens.js";
import { targetUses } from "../../server/src/features/target-uses.js";
import type { Failure } from "../../server/src/targets/github-port.js";
import type { Status } from "../../server/src/targets/status.js";
import { open } from "./context.js";
import { fakeGitHub } from "./fake-github.js";
import { commit, issue, pull, repository } from "./statuses.js";

const root = "https://github.com/input-output-hk/cardano-node";
const url = `${root}/pull/4489`;

/** The text with its tokens in it, as `⟦state|token⟧`; read from the protocol's own numbers. */
function show(
  text: string,
  cached: Readonly<Record<string, Status | Failure>>,
  within = { start: 0, end: text.length },
): string {
  const { context, document } = open(text, { github: fakeGitHub({ cached }) });
  const whole = { start: 0, end: document.text.length };
  const uses = targetUses(context.post, whole, { definitions: true });
  const data = semanticTokens(document, uses, within, context.github.peek);
  let [line, character, shown, from] = [0, 0, "", 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, columns = 0, length = 0, type, bits = 0] = data.slice(at);
    expect(type).toBe(0);
    if (lines > 0) character = 0;
    line += lines;
    character += columns;
    const start = document.lines.offsetAt({ line, character });
    const state = semanticTokensLegend.tokenModifiers[Math.log2(bits)];
    shown += `${text.slice(from, start)}⟦${state}|${text.slice(start, start + length)}⟧`;
    from = start + length;
  }
  return shown + text.slice(from);
}

test("labels and link texts carry their target's state", () => {
  expect(
    show(
      `# [[a]]\n\nSee [text][a] and [that](${url}), <${url}>.\n\n[a]: ${url}\n`,
      {
        [url]: pull,
      },
    ),
  ).toBe(
    `# [[⟦merged|a⟧]]\n\nSee [text][⟦merged|a⟧] and [⟦merged|that⟧](${url}), <⟦merged|${url}⟧>.\n\n[⟦merged|a⟧]: ${url}\n`,
  );
});

test.each<[string, Status | Failure]>([
  ["open", { ...pull, state: "open" }],
  ["draft", { ...pull, state: "draft" }],
  ["queued", { ...pull, state: "queued" }],
  ["merged", { ...pull, state: "merged" }],
  ["closed", { ...pull, state: "closed" }],
  ["open", issue],
  ["closed", { ...issue, state: "not-planned" }],
  ["missing", { reason: "not-found" }],
])("%s", (state, result) => {
  expect(show(`[a](${url})`, { [url]: result })).toBe(`[⟦${state}|a⟧](${url})`);
});

test.each<[string, Status | Failure]>([
  [`${root}/commit/4df3c5d`, commit],
  [root, repository],
  [url, { reason: "offline", detail: "down" }],
])("what has no state stays as it is: %s", (to, result) => {
  expect(show(`[a](${to})`, { [to]: result })).toBe(`[a](${to})`);
});

test("a label over two lines is two tokens", () => {
  expect(show(`> [a\n> b]\n\n[a b]: ${url}\n`, { [url]: pull })).toBe(
    `> [⟦merged|a⟧\n⟦merged|> b⟧]\n\n[⟦merged|a b⟧]: ${url}\n`,
  );
});

test("of a range only its tokens", () => {
  const text = `[a](${url})\n\n[b](${url})`;
  const second = { start: text.indexOf("[b]"), end: text.length };
  expect(show(text, { [url]: pull }, second)).toBe(
    `[a](${url})\n\n[⟦merged|b⟧](${url})`,
  );
});

test.each([
  [[], []],
  [[], [1, 2]],
  [[1, 2], []],
  [
    [1, 2, 3],
    [1, 2, 3],
  ],
  [
    [1, 1],
    [1, 1, 1],
  ],
  [
    [1, 2, 3, 4],
    [1, 5, 4],
  ],
])("edits make tokens %j into %j", (before, after) => {
  const edits = tokenEdits(before, after);
  expect(edits.length).toBe(String(before) === String(after) ? 0 : 1);
  const edited = edits.reduce<number[]>(
    (data, { start, deleteCount, data: put = [] }) =>
      data.toSpliced(start, deleteCount, ...put),
    before,
  );
  expect(edited).toEqual(after);
});
