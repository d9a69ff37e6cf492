import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let folder: string;
let program: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "weeknotes-main-"));
  program = join(folder, "cli.cjs");
  await build({
    entryPoints: [
      fileURLToPath(new URL("../../server/src/cli/main.ts", import.meta.url)),
    ],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    // As in build.mjs: ES modules among the dependencies use their URL to load Node's own modules.
    define: { "import.meta.url": "importMetaUrl" },
    banner: {
      js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;',
    },
    logLevel: "error",
  });
  // More than a pipe holds, so that the program still writes when its reader is gone.
  const line = "Merged [[cardano-node-pull-1]] at last.\n";
  await writeFile(join(folder, "week.md"), line.repeat(1500));
});
afterAll(() => rm(folder, { recursive: true }));

test("a reader that stops early, as in `| head`, is no trouble", async () => {
  const child = spawn(process.execPath, [program, "check", "week.md"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let errors = "";
  child.stderr.on("data", (data) => {
    errors += data;
  });
  child.stdout.destroy();
  await once(child, "close");
  expect(errors).toBe("");
});

test.runIf(process.platform === "linux")(
  "a full disk is told in one line",
  async () => {
    const full = await open("/dev/full", "w");
    const child = spawn(process.execPath, [program, "--help"], {
      cwd: folder,
      stdio: ["ignore", full.fd, "pipe"],
    });
    let errors = "";
    child.stderr?.on("data", (data) => {
      errors += data;
    });
    const [status] = await once(child, "close");
    await full.close();
    expect(status).toBe(2);
    expect(errors).toMatch(/^weeknotes: Cannot write: .*ENOSPC.*\n$/);
  },
);
