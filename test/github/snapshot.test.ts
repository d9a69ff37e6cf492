import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decodeSnapshot,
  encodeSnapshot,
  maximumAnswers,
  mergeSnapshots,
  type Snapshot,
} from "../../server/src/github/snapshot.js";
import type { Answer } from "../../server/src/targets/github-port.js";
import { reportPaths } from "./report-paths.js";
import { target, useStandIn } from "./support.js";

const world = useStandIn({ graphql: true });
const day = 24 * 3_600_000;
const now = Date.UTC(2022, 7, 15);

const gone = (at: number): Answer => ({ at, result: { reason: "not-found" } });
const snapshot = (
  answers: Readonly<Record<string, number>>,
  forgotten: Readonly<Record<string, number>> = {},
): Snapshot => ({
  answers: new Map(Object.entries(answers).map(([key, at]) => [key, gone(at)])),
  forgotten: new Map(Object.entries(forgotten)),
});
const times = ({ answers }: Snapshot) =>
  Object.fromEntries([...answers].map(([key, { at }]) => [key, at]));

describe("a snapshot", () => {
  test.each(["signedIn", "anonymous"] as const)(
    "gives back every kind of status as it was (%s)",
    async (how) => {
      const paths = [
        ...reportPaths,
        ...Array.from(
          { length: 14 },
          (_, i) => `octo-org/hello-world/pull/${i + 1}`,
        ),
        "octo-org/hello-world/pull/1#issuecomment-1",
        "octo-org/hello-old/pull/1",
        "octo-org/fork",
        "octo-org/hostile/pull/1",
        "octo-org/hostile/issues/2",
        "octo-org/hello-world/commit/553c2077f0",
        "octo-org/hello-world/compare/main...stale",
        "octo-org/hello-world/releases/tag/v1.0.0",
        "octo-org/hello-world/releases/tag/nightly",
        "octo-org/hello-world/tree/feature/greek",
        "octo-org/hello-world/discussions/6",
        "octo-org/no-such-repository",
      ].slice(0, how === "anonymous" ? 25 : undefined);
      const answers = await world[how]().statuses(paths.map(target));
      const kept = new Map(
        answers.flatMap((answer, index) =>
          "reason" in answer.result && answer.result.reason !== "not-found"
            ? []
            : [[String(index), answer] as const],
        ),
      );
      expect(kept.size).toBeGreaterThan(20);
      const text = encodeSnapshot({ answers: kept, forgotten: new Map() });
      const { at } = answers[0] ?? gone(0);
      expect(decodeSnapshot(text, at).answers).toEqual(kept);
    },
  );

  test("keeps nothing of what it cannot read, and all of what it can", () => {
    const answers = [
      ["a good", now, { reason: "not-found" }],
      ["a failure", now, { reason: "offline", detail: "" }],
      ["a future", now + 1, { reason: "not-found" }],
      ["a past", now - 31 * day, { reason: "not-found" }],
      ["a text", "now", { reason: "not-found" }],
      ["a kind", now, { kind: "__proto__" }],
      ["a kind", now, { kind: "user", login: "a", organization: 1, bio: "" }],
      ["a field", now, { kind: "user", login: "a", organization: true }],
      [
        "a user",
        now,
        { kind: "user", login: "a", organization: true, bio: "", hidden: 1 },
      ],
      [7, now, { reason: "not-found" }],
      ["short"],
      null,
    ];
    const forgotten = [["a", now - 1], ["b", now + 1], ["c"], 7];
    const text = JSON.stringify({ version: 1, answers, forgotten });
    expect(decodeSnapshot(text, now)).toEqual(
      snapshot({ "a good": now }, { a: now - 1 }),
    );
  });

  test.each([
    ["nothing", ""],
    ["half of it", encodeSnapshot(snapshot({ "a b": now })).slice(0, 40)],
    ["a page", "<h1>No</h1>"],
    ["null", "null"],
    ["a list", "[]"],
    ["bytes", "\0\uFFFD\uD800"],
    [
      "another version",
      encodeSnapshot(snapshot({ "a b": now })).replace(
        '"version":1',
        '"version":2',
      ),
    ],
    ["no version", JSON.stringify({ answers: [["a b", now, null]] })],
    ["other shapes", JSON.stringify({ version: 1, answers: {}, forgotten: 7 })],
  ])("is empty where the file has %s", (_, text) => {
    expect(decodeSnapshot(text, now)).toEqual(snapshot({}));
  });

  test("is read from any JSON without an error", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (answers, forgotten) => {
        const text = JSON.stringify({ version: 1, answers, forgotten });
        decodeSnapshot(text, now);
      }),
    );
  });
});

describe("of two snapshots", () => {
  test("the newest of each answer stays", () => {
    const merged = mergeSnapshots(
      snapshot({ "a 1": 1, "a 2": 5 }),
      snapshot({ "a 1": 3, "a 2": 2, "a 3": 1 }),
    );
    expect(times(merged)).toEqual({ "a 1": 3, "a 2": 5, "a 3": 1 });
  });

  test.each<[string, string, Record<string, number>]>([
    ["a thing", "a 1", { "a 2": 1, "b 1": 1, "a 3": 9 }],
    ["an account", "a", { "b 1": 1, "a 3": 9 }],
    ["everything", "", { "a 3": 9 }],
  ])("%s that was forgotten stays so", (_, name, left) => {
    const known = snapshot({ "a 1": 1, "a 2": 1, "b 1": 1, "a 3": 9 });
    const marks = snapshot({}, { [name]: 1 });
    expect(times(mergeSnapshots(known, marks))).toEqual(left);
    const merged = mergeSnapshots(marks, known);
    expect(times(merged)).toEqual(left);
    expect(merged.forgotten).toEqual(marks.forgotten);
  });

  test("a mark goes when there is a newer answer, an account's stays", () => {
    const merged = mergeSnapshots(
      snapshot({ "a 1": 2 }),
      snapshot({}, { "a 1": 1, a: 1 }),
    );
    expect(times(merged)).toEqual({ "a 1": 2 });
    expect([...merged.forgotten.keys()]).toEqual(["a"]);
  });

  test("no more than the 5,000 newest stay", () => {
    const many = (from: number) =>
      snapshot(
        Object.fromEntries(
          Array.from({ length: 4000 }, (_, i) => [`a ${from + i}`, from + i]),
        ),
      );
    const { answers } = mergeSnapshots(many(0), many(4000));
    expect(maximumAnswers).toBe(5000);
    expect([...answers.keys()].sort()).toEqual(
      Array.from({ length: 5000 }, (_, i) => `a ${3000 + i}`).sort(),
    );
  });

  test("the order does not matter, nor how often they are merged", () => {
    const some = fc
      .record({
        answers: fc.dictionary(
          fc.constantFrom("a 1", "a 2", "b 1", "b 2"),
          fc.nat(9),
        ),
        forgotten: fc.dictionary(
          fc.constantFrom("", "a", "a 1", "b"),
          fc.nat(9),
        ),
      })
      .map(({ answers, forgotten }) => snapshot(answers, forgotten));
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        const one = mergeSnapshots(mergeSnapshots(a, b), c);
        const other = mergeSnapshots(c, mergeSnapshots(b, a));
        expect(times(one)).toEqual(times(other));
        expect(mergeSnapshots(one, one)).toEqual(one);
      }),
    );
  });
});
