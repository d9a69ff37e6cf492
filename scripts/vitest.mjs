import { readFile, rm } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { root } from "./paths.mjs";
import { run } from "./processes.mjs";
import { addPart, count } from "./summary.mjs";

const report = join(root, "out/vitest.json");

/**
 * @typedef {object} Report
 * @property {{ name: string, status: string, assertionResults: { status: string }[] }[]} testResults
 */

/**
 * Runs vitest, and counts each file's tests to a part.
 * @param {string} config
 * @param {(folder: string) => string} partOf by the folder below `test/`
 */
export async function runVitest(config, partOf) {
  await rm(report, { force: true });
  const code = await run(
    process.execPath,
    [
      join(root, "node_modules/vitest/vitest.mjs"),
      "run",
      `--config=${config}`,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    { cwd: root },
  );
  const text = await readFile(report, "utf8").catch(() => undefined);
  if (text === undefined) {
    await addPart(partOf(""), () =>
      Promise.reject(new Error(`vitest ended with ${code} and no report`)),
    );
    return;
  }
  let failures = 0;
  /** @type {Report} */
  const { testResults } = JSON.parse(text);
  for (const file of testResults) {
    const figures = figuresOf(file);
    failures += figures.failures;
    const [, folder = ""] = relative(root, file.name).split(sep);
    count(partOf(folder), figures);
  }
  if (code !== 0 && failures === 0) {
    // Such as an error outside any test.
    count(partOf(""), { passes: 0, failures: 1 });
  }
}

/**
 * @param {Report["testResults"][number]} file
 * @returns {import("./summary.mjs").Figures}
 */
function figuresOf({ status, assertionResults }) {
  const number = (/** @type {readonly string[]} */ states) =>
    assertionResults.filter((it) => states.includes(it.status)).length;
  const failures = number(["failed"]);
  return {
    passes: number(["passed"]),
    // A file that cannot be loaded has no tests to fail.
    failures: status === "failed" && failures === 0 ? 1 : failures,
    pending: number(["pending", "skipped", "todo", "disabled"]),
  };
}
