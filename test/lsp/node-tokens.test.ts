import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tokensOfUser } from "../../server/src/lsp/node-tokens.js";

const enterprise = "https://ghe.example.com/api/v3";
const cloud = "https://api.octo.ghe.com";

describe("tokens of the environment", () => {
  test.each<[string, Record<string, string>, string | undefined, object]>([
    ["none", {}, undefined, {}],
    ["empty ones", { GITHUB_TOKEN: "", GH_TOKEN: "" }, undefined, {}],
    ["GITHUB_TOKEN", { GITHUB_TOKEN: "a" }, undefined, { publicToken: "a" }],
    ["GH_TOKEN", { GH_TOKEN: "b" }, undefined, { publicToken: "b" }],
    [
      "GITHUB_TOKEN before GH_TOKEN",
      { GITHUB_TOKEN: "a", GH_TOKEN: "b" },
      undefined,
      { publicToken: "a" },
    ],
    [
      "github.com's beside an enterprise's host, not at it",
      { GITHUB_TOKEN: "a" },
      enterprise,
      { publicToken: "a" },
    ],
    [
      "both",
      { GH_TOKEN: "b", GH_ENTERPRISE_TOKEN: "d" },
      enterprise,
      { token: "d", publicToken: "b" },
    ],
    [
      "that of a GitHub Actions on the enterprise's host",
      { GITHUB_TOKEN: "a", GITHUB_API_URL: enterprise },
      enterprise,
      { token: "a" },
    ],
    [
      "github.com's where the environment speaks of another host",
      { GITHUB_TOKEN: "a", GITHUB_API_URL: enterprise },
      cloud,
      { publicToken: "a" },
    ],
    [
      "no enterprise's at github.com",
      { GITHUB_ENTERPRISE_TOKEN: "c" },
      undefined,
      {},
    ],
  ])("%s", async (_, env, apiUrl, expected) => {
    const none = { token: undefined, publicToken: undefined };
    expect({ ...none, ...(await tokensOfUser(env, apiUrl)) }).toEqual({
      ...none,
      ...expected,
    });
  });
});

describe.skipIf(process.platform === "win32")("tokens of gh", () => {
  let folder: string;
  const path = () => `${folder}:${dirname(process.execPath)}:/usr/bin:/bin`;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "weeknotes-gh-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function gh(script: string): Promise<void> {
    await writeFile(join(folder, "gh"), `#!/bin/sh\n${script}\n`);
    await chmod(join(folder, "gh"), 0o755);
  }
  const none = { token: undefined, publicToken: undefined };

  test("are asked for by host", async () => {
    await gh('echo "$*" | tr " " "_"');
    expect(await tokensOfUser({ PATH: path() })).toEqual({
      ...none,
      publicToken: "auth_token_--hostname_github.com",
    });
    expect(await tokensOfUser({ PATH: path() }, enterprise)).toEqual({
      token: "auth_token_--hostname_ghe.example.com",
      publicToken: "auth_token_--hostname_github.com",
    });
  });

  test("are not asked for where the environment has one", async () => {
    await gh(`touch ${folder}/asked; echo t`);
    const env = { PATH: path(), GITHUB_TOKEN: "a", GH_ENTERPRISE_TOKEN: "d" };
    expect(await tokensOfUser(env)).toEqual({ ...none, publicToken: "a" });
    expect(await tokensOfUser(env, enterprise)).toEqual({
      token: "d",
      publicToken: "a",
    });
    await expect(rm(join(folder, "asked"))).rejects.toThrow(/ENOENT/);
  });

  test.each([
    ["is not signed in", 'echo "no oauth token found" >&2; exit 1'],
    ["says something else", "echo two words"],
    ["says nothing", ""],
    ["cannot be run", "exec /no/such/program"],
  ])("are none where it %s", async (_, script) => {
    await gh(script);
    expect(await tokensOfUser({ PATH: path() })).toEqual(none);
  });

  test("are none where there is no gh, and no PATH", async () => {
    expect(await tokensOfUser({ PATH: "/nowhere" })).toEqual(none);
    expect(await tokensOfUser({})).toEqual(none);
  });

  test("are not waited for longer than two seconds", async () => {
    await gh("exec sleep 600");
    expect(await tokensOfUser({ PATH: path() })).toEqual(none);
  }, 10_000);
});
