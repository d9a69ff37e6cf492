import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { runCommandLine } from "../../server/src/cli/command-line.js";
import { bundle } from "../bundle.js";
import { recordingIn } from "./recording.js";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let base: string;
let program: URL;
let posts: string;
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), "weeknotes-threads-"));
  program = pathToFileURL(join(base, "cli.cjs"));
  await bundle("cli/main.ts", join(base, "cli.cjs"));
});
afterAll(() => rmSync(base, { recursive: true }));

/** Enough posts for several threads, which know the labels that others define, with mistakes here and there. */
const count = 120;
beforeEach(() => {
  posts = mkdtempSync(join(base, "posts-"));
  writeFileSync(join(posts, "weeknotes.json"), "{}");
  writeFileSync(join(posts, "authors.yml"), "alice:\n  name: Alice\n");
  for (let n = 0; n < count; n++) {
    const day = new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);
    const label = `node-pull-${n % 7 === 0 ? n - 1 : n}`;
    const url = `https://github.com/o/node/pull/${n}`;
    const author = n % 50 === 0 ? "alcie" : "alice";
    writeFileSync(
      join(posts, `${day}-team.md`),
      `---\ntitle: T\nauthors: ${author}\n---\n\n## Summary\n\nMerged [[${label}]].\n\n[node-pull-${n}]: ${url}\n`,
    );
  }
});

async function check(threads: number, ...argv: readonly string[]) {
  const recording = recordingIn(posts, {
    ...(threads > 1 && { threads: { most: threads, filesEach: 40, program } }),
  });
  const status = await runCommandLine(
    ["check", ...argv],
    recording.environment,
  );
  const { output, errors } = recording;
  return { status, output, errors };
}

function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}

test("several threads say what one says", async () => {
  const alone = await check(1, "--format", "json");
  expect(alone.status).toBe(1);
  expect(alone.output).toContain("undefined-reference");
  expect(alone.output).toContain("unknown-author");
  expect(await check(3, "--format", "json")).toEqual(alone);
});

test("several threads fix what one fixes, and write nothing else", async () => {
  const before = filesIn(posts);
  const alone = await check(1, "--fix", "--format", "json");
  const fixed = filesIn(posts);
  expect(fixed).not.toEqual(before);
  for (const [name, text] of Object.entries(before))
    writeFileSync(join(posts, name), text);
  expect(await check(3, "--fix", "--format", "json")).toEqual(alone);
  expect(filesIn(posts)).toEqual(fixed);
});

test("the first of the files that cannot be read is told, as by one thread", async () => {
  const noText = new Uint8Array([0xff, 0xfe, 0x41]);
  for (const name of ["2020-02-02-team.md", "2020-02-04-team.md"])
    writeFileSync(join(posts, name), noText);
  const alone = await check(1);
  expect(alone).toMatchObject({
    status: 2,
    errors: expect.stringMatching(/^weeknotes: Cannot read .*02-02.*\n$/),
  });
  expect(await check(3)).toEqual(alone);
});

test("a thread that breaks off is told, and not waited for", async () => {
  const broken = join(base, "broken.cjs");
  writeFileSync(broken, 'throw new Error("No memory is left")');
  const recording = recordingIn(posts, {
    threads: { most: 3, filesEach: 40, program: pathToFileURL(broken) },
  });
  expect(await runCommandLine(["check"], recording.environment)).toBe(2);
  expect(recording.errors).toMatch(/^weeknotes: Error: No memory is left/);
});
