import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundle } from "../bundle.js";
import { tokens } from "../github-standin/seed.js";
import { type StandIn, startStandIn } from "../github-standin/server.js";
import { runNode } from "./process.js";

let folder: string;
let standIn: StandIn;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "weeknotes-secrets-"));
  standIn = await startStandIn();
  await standIn.warmUp();
  await bundle("cli/main.ts", join(folder, "dist/cli.cjs"));
  await mkdir(join(folder, "home"));
  await mkdir(join(folder, "posts"));
  await writeFile(
    join(folder, "posts/a.md"),
    "[[secret]], [[gone]]\n\n[secret]: https://github.com/octo-org/secret/pull/1\n[gone]: https://github.com/octo-org/secret/pull/999\n",
  );
}, 60_000);
afterAll(async () => {
  await standIn.close();
  await rm(folder, { recursive: true });
});

/** Runs `weeknotes check --online` as a process of its own, and gives all that it wrote to its streams. */
async function check(): Promise<string> {
  const home = join(folder, "home");
  const { output, errors } = await runNode(
    join(folder, "dist/cli.cjs"),
    ["check", "--online", "--format=json", "."],
    {
      cwd: join(folder, "posts"),
      env: {
        GITHUB_TOKEN: tokens.member,
        GITHUB_API_URL: standIn.url,
        HOME: home,
        LOCALAPPDATA: home,
        NODE_DEBUG: "",
      },
    },
  );
  return output + errors;
}

/** Every file below a folder, with its text. */
async function filesIn(root: string): Promise<Map<string, string>> {
  const names = await readdir(root, { recursive: true });
  const files = new Map<string, string>();
  for (const name of names)
    if ((await stat(join(root, name))).isFile())
      files.set(name, await readFile(join(root, name), "utf8"));
  return files;
}

test("the token is in nothing that is written, sent in a URL or kept", async () => {
  const good = await check();
  expect(good).toContain("Hide better");
  // GitHub may repeat what it was sent.
  const message = `Bad credentials: ${tokens.member}`;
  standIn.faults.push({
    fault: { kind: "status", status: 500, body: { message } },
  });
  await rm(join(folder, "home"), { recursive: true });
  await mkdir(join(folder, "home"));
  const bad = await check();
  standIn.faults.length = 0;
  await check();

  const files = await filesIn(join(folder, "home"));
  expect([...files.keys()].some((name) => name.endsWith("github.json"))).toBe(
    true,
  );
  expect([...files.values()].join()).toContain("Hide better");
  for (const text of [good, bad, ...files.values()])
    expect(text).not.toContain(tokens.member);
  expect(standIn.requests.some(({ token }) => token === tokens.member)).toBe(
    true,
  );
  for (const { path } of standIn.requests)
    expect(decodeURIComponent(path)).not.toContain(tokens.member);
}, 60_000);

test("a second run asks nothing that is known", async () => {
  await check();
  const asked = standIn.requests.length;
  expect(await check()).toContain("Hide better");
  expect(standIn.requests).toHaveLength(asked);
}, 60_000);
