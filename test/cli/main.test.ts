import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { bundle } from "../bundle.js";
import { runNode } from "./process.js";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let folder: string;
let program: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "weeknotes-main-"));
  program = join(folder, "cli.cjs");
  await bundle("cli/main.ts", program);
  // More than a pipe holds, so that the program still writes when its reader is gone.
  const line = "Merged [[cardano-node-pull-1]] at last.\n";
  await writeFile(join(folder, "week.md"), line.repeat(1500));
});
afterAll(() => rm(folder, { recursive: true }));

test("a reader that stops early, as in `| head`, is no trouble", async () => {
  const { errors } = await runNode(
    program,
    ["check", "week.md"],
    { cwd: folder },
    (output) => output?.destroy(),
  );
  expect(errors).toBe("");
});

test.runIf(process.platform === "linux")(
  "a full disk is told in one line",
  async () => {
    const full = await open("/dev/full", "w");
    const { status, errors } = await runNode(program, ["--help"], {
      cwd: folder,
      stdio: ["ignore", full.fd, "pipe"],
    });
    await full.close();
    expect(status).toBe(2);
    expect(errors).toMatch(/^weeknotes: Cannot write: .*ENOSPC.*\n$/);
  },
);

test("the version is told", async () => {
  for (const option of ["--version", "-v"]) {
    expect(await runNode(program, [option], { cwd: folder })).toEqual({
      status: 0,
      output: "0.0.0-development\n",
      errors: "",
    });
  }
});
