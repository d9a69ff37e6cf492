import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/**
 * What ARCHITECTURE.md promises of the code is kept by the linter, the compiler and the bundler. Here each promise is
 * broken in a copy of the project's skeleton, and the tool that keeps it has to object.
 */
const project = join(import.meta.dirname, "../..");
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "weeknotes-invariants-"));
  for (const path of [
    "biome.json",
    "package.json",
    "tsconfig.base.json",
    "server",
  ]) {
    cpSync(join(project, path), join(copy, path), { recursive: true });
  }
  // A directory of links would be followed by the linter's scanner; the configuration only needs its schema's path.
  writeFileSync(join(copy, ".gitignore"), "node_modules/\nout/\n");
  spawnSync("git", ["init", "--quiet"], { cwd: copy });
});

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

function withFiles<T>(files: Record<string, string>, run: () => T): T {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
  try {
    return run();
  } finally {
    for (const path of Object.keys(files)) rmSync(join(copy, path));
  }
}

function run(tool: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [tool, ...args],
    { cwd: copy, encoding: "utf8" },
  );
  return { ok: status === 0, output: stdout + stderr };
}

const lint = (files: Record<string, string>) =>
  withFiles(files, () =>
    run(join(project, "node_modules/@biomejs/biome/bin/biome"), [
      "lint",
      "--max-diagnostics=50",
      ...Object.keys(files),
    ]),
  );

/** Checks one added file with the compiler options of its folder, and with nothing else of the project. */
function compile(path: string, text: string) {
  const folder = dirname(path);
  return withFiles(
    {
      [path]: text,
      [`${folder}/tsconfig.probe.json`]: JSON.stringify({
        extends: "./tsconfig.json",
        compilerOptions: {
          composite: false,
          noEmit: true,
          declaration: false,
          emitDeclarationOnly: false,
        },
        include: [],
        files: [join(copy, path)],
      }),
    },
    () =>
      run(join(project, "node_modules/typescript/bin/tsc"), [
        "-p",
        `${folder}/tsconfig.probe.json`,
      ]),
  );
}

const pureFolders = ["markdown", "targets", "workspace", "rules", "features"];

describe("the pure folders", () => {
  test.each(pureFolders)("%s: plain code passes", (folder) => {
    const path = `server/src/${folder}/probe.ts`;
    const text = "export const probe: readonly string[] = [];\n";
    expect(lint({ [path]: text })).toMatchObject({ ok: true });
    expect(compile(path, text)).toMatchObject({ ok: true });
  });

  test.each(pureFolders)("%s: no I/O by import, no clock", (folder) => {
    const modules = [
      "node:fs",
      "vscode",
      "vscode-languageserver/node",
      "@octokit/rest",
      "../github/client.js",
      "../lsp/server.js",
      "../cli/main.js",
    ];
    const texts = [
      ...modules.map(
        (module) =>
          `import * as probe from "${module}";\nexport const used = probe;\n`,
      ),
      "export const now = Date.now();\n",
    ];
    const paths = texts.map((_, i) => `server/src/${folder}/probe-${i}.ts`);
    const { ok, output } = lint(
      Object.fromEntries(paths.map((path, i) => [path, texts[i] ?? ""])),
    );
    expect(ok).toBe(false);
    for (const path of paths)
      expect(output).toMatch(
        new RegExp(
          `${path}:\\d+:\\d+ lint/\\w+/(noRestrictedImports|noNodejsModules|noRestrictedGlobals)`,
        ),
      );
  });

  test.each(pureFolders)("%s: nothing ambient", (folder) => {
    const names = ["fetch", "console", "process", "setTimeout", "document"];
    const { ok, output } = compile(
      `server/src/${folder}/probe.ts`,
      names
        .map((name, i) => `export const probe${i}: unknown = ${name};\n`)
        .join(""),
    );
    expect(ok).toBe(false);
    for (const name of names)
      expect(output).toMatch(new RegExp(`TS2\\d+: Cannot find name '${name}'`));
  });
});

describe("arrows between the layers", () => {
  test.each([
    ["markdown", "../targets/target.js", "RepositoryName"],
    ["targets", "../workspace/settings.js", "Settings"],
    ["workspace", "../rules/rule.js", "Rule"],
    ["rules", "../features/context.js", "FeatureContext"],
  ])("%s does not know %s", (folder, module, name) => {
    const path = `server/src/${folder}/probe.ts`;
    const text = `export type { ${name} } from "${module}";\n`;
    const { ok, output } = withFiles({ [path]: text }, () =>
      run(join(project, "node_modules/typescript/bin/tsc"), [
        "-p",
        `server/src/${folder}`,
        "--noEmit",
      ]),
    );
    expect(ok).toBe(false);
    expect(output).toMatch(/TS6059|TS6307/);
  });

  test("no cycles", () => {
    const { ok, output } = lint({
      "server/src/markdown/probe-a.ts":
        'import { b } from "./probe-b.js";\nexport const a = (): unknown => b;\n',
      "server/src/markdown/probe-b.ts":
        'import { a } from "./probe-a.js";\nexport const b = (): unknown => a;\n',
    });
    expect(ok).toBe(false);
    expect(output).toContain("noImportCycles");
  });
});

test("the browser build takes nothing of Node", async () => {
  const bundle = build({
    stdin: {
      contents: 'import "node:fs"; import "./server.js";',
      resolveDir: join(project, "server/src/lsp"),
    },
    bundle: true,
    write: false,
    platform: "browser",
    logLevel: "silent",
  });
  await expect(bundle).rejects.toThrow(/node:fs/);
});
