import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCommandLine } from "../../server/src/cli/command-line.js";
import { recordingIn } from "./recording.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "weeknotes-cli-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(files: Record<string, string | Uint8Array>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
const get = (path: string) => readFileSync(join(folder, path), "utf8");

async function weeknotes(...argv: string[]) {
  const recording = recordingIn(folder);
  const status = await runCommandLine(argv, recording.environment);
  const { output, errors } = recording;
  return { status, output, errors };
}

const neighbour =
  "Work on [[cardano-node]].\n\n[cardano-node]: https://github.com/input-output-hk/cardano-node\n";

describe("exit status", () => {
  test("0 for a clean post", async () => {
    put({ "a.md": neighbour });
    expect(await weeknotes("check")).toEqual({
      status: 0,
      output: "No findings in 1 file.\n",
      errors: "",
    });
  });

  test("1 for a finding", async () => {
    put({ "a.md": "See [[x-pull-1]].\n" });
    const { status, output, errors } = await weeknotes("check", "a.md");
    expect({ status, errors }).toEqual({ status: 1, errors: "" });
    expect(output).toMatch(/1:6 +warning .*x-pull-1.* undefined-reference/);
    expect(output).toMatch(/1 warning in 1 of 1 file\./);
  });

  test("0 for hints, and for as many warnings as --max-warnings allows", async () => {
    put({
      "hint.md": "Nothing.\n\n[x]: https://example.org\n",
      "warning.md": "See [[x-pull-1]] and [[x-pull-2]].\n",
    });
    expect(await weeknotes("check", "hint.md")).toMatchObject({
      status: 0,
      output: expect.stringContaining("1 hint"),
    });
    const atMost = (n: number) =>
      weeknotes("check", "warning.md", "--max-warnings", `${n}`);
    expect(await atMost(2)).toMatchObject({ status: 0 });
    expect(await atMost(1)).toMatchObject({ status: 1 });
  });

  test("1 for an error, whatever --max-warnings", async () => {
    put({ "a.md": "See [[x-pull-1]].\n" });
    const { status } = await weeknotes(
      ...[
        "check",
        "--rule",
        "undefined-reference=error",
        "--max-warnings",
        "9",
      ],
    );
    expect(status).toBe(1);
  });

  test.each([
    [
      "an unknown option",
      ["check", "--fxi"],
      "weeknotes: Unknown option '--fxi'\n",
    ],
    [
      "a path that is not there",
      ["check", "nowhere.md"],
      'weeknotes: There is no "nowhere.md"\n',
    ],
    [
      "a glob that matches nothing",
      ["check", "*.mdx"],
      'weeknotes: "*.mdx" names no Markdown file\n',
    ],
    [
      "an empty folder",
      ["check", "."],
      'weeknotes: "." names no Markdown file\n',
    ],
  ])("2 and one line for %s", async (_, argv, errors) => {
    expect(await weeknotes(...argv)).toEqual({ status: 2, output: "", errors });
  });

  test("2 and one line for a file that is no text", async () => {
    put({ "a.md": new Uint8Array([0x5b, 0xff, 0xfe]) });
    const { status, errors } = await weeknotes("check", "a.md");
    expect(status).toBe(2);
    expect(errors).toBe(
      `weeknotes: Cannot read ${join(folder, "a.md")}: it is not UTF-8 text\n`,
    );
  });

  test("2 and one line for a configuration that cannot be meant", async () => {
    put({ "a.md": neighbour, "weeknotes.json": '{"rules": {"x": "loud"}}' });
    const { status, errors } = await weeknotes("check", "a.md");
    expect(status).toBe(2);
    expect(errors).toBe(
      `weeknotes: ${join(folder, "weeknotes.json")}: "rules.x" must be one of default, off, hint, information, warning, error.\n`,
    );
  });

  test("2 and one line for a configuration with a rule there is none of", async () => {
    put({ "a.md": neighbour, "weeknotes.json": '{"rules": {"x": "off"}}' });
    expect(await weeknotes("check", "a.md")).toEqual({
      status: 2,
      output: "",
      errors: `weeknotes: ${join(folder, "weeknotes.json")}: There is no rule "x".\n`,
    });
  });
});

describe("what is checked", () => {
  test("folders, files and globs, each file once, without node_modules", async () => {
    put({
      "blog/a.md": "[[a-pull-1]]\n",
      "blog/deep/b.mdx": "[[b-pull-1]]\n",
      "blog/node_modules/c.md": "[[c-pull-1]]\n",
      "other.txt": "[[d-pull-1]]\n",
    });
    const { output } = await weeknotes(
      ...["check", "--format", "json", "blog", "blog/a.md", "blog/**/*.mdx"],
    );
    const reports: { filePath: string }[] = JSON.parse(output);
    expect(reports.map(({ filePath }) => filePath)).toEqual([
      join(folder, "blog/a.md"),
      join(folder, "blog/deep/b.mdx"),
    ]);
  });

  test("what Git ignores is left out of folders and globs, not if it is named", async () => {
    put({
      ".git/info/exclude": "local/\n",
      ".gitignore": "/out/\n",
      "blog/.gitignore": "draft-*\n!draft-2.md\n",
      "blog/a.md": "Text.\n",
      "blog/draft-1.md": "See [[x-pull-1]].\n",
      "blog/draft-2.md": "Text.\n",
      "local/b.md": "See [[x-pull-1]].\n",
      "out/c.md": "See [[x-pull-1]].\n",
    });
    for (const path of [".", "**/*.md", "blog"]) {
      const { output } = await weeknotes("check", path);
      expect(output).toBe("No findings in 2 files.\n");
    }
    for (const path of ["out", "out/c.md", "local", "blog/draft-1.md"]) {
      const { output } = await weeknotes("check", path);
      expect(output).toContain("1 warning in 1 of 1 file.");
    }
  });

  test("a folder linked into itself shows its posts once", async () => {
    put({ "blog/a.md": "See [[nowhere]].\n" });
    symlinkSync(folder, join(folder, "blog", "loop"));
    symlinkSync("nowhere.md", join(folder, "blog", "broken.md"));
    for (const path of [".", "blog", "**/*.md"]) {
      const { output, errors } = await weeknotes("check", path);
      expect(output).toContain("1 warning in 1 of 1 file.");
      expect(errors).toBe("");
    }
  });

  test("the nearest weeknotes.json sets severities, --rule has the last word", async () => {
    put({
      "weeknotes.json": '{"rules": {"undefined-reference": "off"}}',
      "blog/a.md": "See [[x-pull-1]].\n",
    });
    expect(await weeknotes("check", "blog")).toMatchObject({ status: 0 });
    expect(
      await weeknotes("check", "blog", "--rule", "undefined-reference=error"),
    ).toMatchObject({ status: 1, output: expect.stringContaining("1 error") });
  });
});

describe("--fix", () => {
  test("writes what the other posts of the project make certain", async () => {
    put({
      "weeknotes.json": "{}",
      "old/a.md": neighbour,
      "new/b.md": "Opened [[cardano-node-pull-4489]].\r\n",
    });
    expect(await weeknotes("check", "--fix", "new")).toMatchObject({
      status: 0,
      output: "No findings in 1 file. 1 finding fixed.\n",
    });
    expect(get("new/b.md")).toBe(
      "Opened [[cardano-node-pull-4489]].\r\n\r\n[cardano-node-pull-4489]: https://github.com/input-output-hk/cardano-node/pull/4489\r\n",
    );
    expect(get("old/a.md")).toBe(neighbour);
  });

  test("leaves alone what is not certain, to the byte", async () => {
    const text = "\uFEFFSee [[x-pull-1]] and  two spaces.  \n";
    put({ "a.md": text });
    expect(await weeknotes("check", "--fix")).toMatchObject({ status: 1 });
    expect(get("a.md")).toBe(text);
  });
});

test("help names every command, option and rule", async () => {
  const { status, output } = await weeknotes("--help");
  expect(status).toBe(0);
  for (const word of [
    "check",
    "explain",
    "server --stdio",
    "--fix",
    "--format",
    "--rule",
    "--max-warnings",
    "--online",
    "undefined-reference",
    "broken-inline-link",
  ])
    expect(output).toContain(word);
  for (const line of output.split("\n")) expect(line.length).toBeLessThan(121);
});

test("explain prints the rule's page", async () => {
  const { status, output } = await weeknotes("explain", "unused-definition");
  expect(status).toBe(0);
  expect(output).toMatch(/^# unused-definition\n/);
});

describe("the site of the posts", () => {
  test("authors beside them, and a configuration above the repository", async () => {
    put({
      "docusaurus.config.js":
        "module.exports = { presets: [['classic', { blog: { path: 'r/news' } }]] };\n",
      "r/weeknotes.json": "{}",
      "r/news/authors.yml": "ch1bo:\n  name: Sebastian Nagel\n",
      "r/news/hello.md": "---\nauthors: chibo\n---\n\nHello.\n",
      "r/README.md": "---\nauthors: chibo\n---\n",
    });
    const { output } = await weeknotes("check", "r");
    expect(output).toMatch(/2:10 +warning .*"chibo".* unknown-author/);
    expect(output).toMatch(/1 warning in 1 of 2 files/);
  });

  test("lists of names that only the configuration tells", async () => {
    put({
      "docusaurus.config.ts":
        "export default { plugins: [['content-blog', { authorsMapPath: '../data/our people.json' }]] };\n",
      "data/our people.json": '{ "ch1bo": { "name": "Sebastian Nagel" } }',
      "blog/hello.md": "---\nauthors: chibo\n---\n\nHello.\n",
    });
    const { output } = await weeknotes("check");
    expect(output).toMatch(/2:10 +warning .*"chibo".* unknown-author/);
  });

  test("a folder may do without a rule", async () => {
    put({
      "authors.yml": "ch1bo:\n  name: Sebastian Nagel\n",
      "weeknotes.json": '{ "rules": { "unknown-author": "off" } }',
      "2022-11-04-hydra.md": "---\nauthors: chibo\n---\n\nHello.\n",
    });
    expect((await weeknotes("check")).status).toBe(0);
  });
});
