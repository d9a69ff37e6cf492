import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Lets this process and all it starts put their temporary files into one folder, which goes when it ends. */
export function useScratch() {
  const folder = mkdtempSync(join(tmpdir(), "weeknotes-"));
  process.env.TMPDIR = folder;
  process.on("exit", () =>
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  );
}
