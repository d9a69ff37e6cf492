import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { runCommandLine } from "../../server/src/cli/command-line.js";
import { tokens } from "../github-standin/seed.js";
import { type StandIn, startStandIn } from "../github-standin/server.js";
import { recordingIn } from "./recording.js";

const now = Date.UTC(2022, 8, 1);
let standIn: StandIn;
let folder: string;
beforeAll(async () => {
  standIn = await startStandIn({ now: () => now });
  await standIn.warmUp();
}, 60_000);
afterAll(() => standIn.close());
beforeEach(() => {
  standIn.requests.length = 0;
  folder = mkdtempSync(join(tmpdir(), "weeknotes-online-"));
  return () => rmSync(folder, { recursive: true, force: true });
});

const base = "https://github.com/octo-org";
const post = `- Merged [[a]], [[b]] and [[c]].
- Work on [[d]], [[e]] and [[f]].

[a]: ${base}/hello-old/pull/1
[b]: ${base}/hello-world/pull/3
[c]: ${base}/hello-world/issues/9
[d]: ${base}/hello-world/pull/999
[e]: ${base}/secret/pull/1
[f]: ${base}/hello-world/commit/7fd1a60
`;

async function check(argv: readonly string[], token?: string) {
  writeFileSync(join(folder, "2022-08-12-hello.md"), post);
  const recording = recordingIn(folder, {
    env: {
      GITHUB_API_URL: standIn.url,
      ...(token !== undefined && { GITHUB_TOKEN: token }),
    },
    now: () => now,
  });
  const status = await runCommandLine(
    ["check", "--format", "json", ...argv],
    recording.environment,
  );
  const [report]: {
    messages: { ruleId: string; line: number; severity: number }[];
  }[] = JSON.parse(recording.output);
  const found = report?.messages.map(({ ruleId, line }) => `${ruleId} ${line}`);
  return { status, found };
}

test("with --online what GitHub says is reported, after one request for the post", async () => {
  expect(await check(["--online"], tokens.visitor)).toEqual({
    status: 1,
    found: [
      "stale-claim 1",
      "stale-claim 1",
      "moved-target 4",
      "kind-mismatch 6",
      "missing-target 7",
      "missing-target 8",
      "short-sha 9",
    ],
  });
  // The second one asks whether the repository of a missing thing can be seen at all.
  expect(standIn.requests.map(({ path }) => path)).toEqual([
    "/graphql",
    "/graphql",
  ]);
});

test("without it nothing of this is said, and nothing asked", async () => {
  expect(await check([], tokens.visitor)).toEqual({ status: 0, found: [] });
  expect(standIn.requests).toEqual([]);
});

test("a private repository has no place in public posts", async () => {
  writeFileSync(join(folder, "weeknotes.json"), '{"audience": "public"}');
  const { found } = await check(["--online"], tokens.member);
  expect(found).toContain("private-target 8");
  expect(found).not.toContain("missing-target 8");
});

test("--fix writes the addresses that GitHub leads to", async () => {
  await check(["--online", "--fix"], tokens.visitor);
  const fixed = readFileSync(join(folder, "2022-08-12-hello.md"), "utf8");
  expect(fixed).toBe(
    post
      .replace("hello-old", "hello-world")
      .replace("issues/9", "pull/9")
      .replace("7fd1a60", "7fd1a60b01f91b314f59955a4e4d4e80d8edf11d"),
  );
});

test("a token that is refused says nothing of the post", async () => {
  expect((await check(["--online"], "no-such-token")).found).toEqual([]);
});
