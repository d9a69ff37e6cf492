import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("what is generated from the settings and the rules is up to date", () => {
  const script = fileURLToPath(
    new URL("../../scripts/generate.mjs", import.meta.url),
  );
  const { stderr, status } = spawnSync(process.execPath, [script, "--check"], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
}, 30_000);
