import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";

/** What VS Code calls: runs the suite beside this file, and leaves its figures where the runner wants them. */
export function run(): Promise<void> {
  const { WEEKNOTES_GREP: grep, WEEKNOTES_RESULTS: results } = process.env;
  const mocha = new Mocha({
    color: false,
    timeout: 60_000,
    slow: 10_000,
    ...(grep && { grep }),
  });
  mocha.addFile(join(__dirname, "suite.cjs"));
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      if (results) writeFileSync(results, JSON.stringify(runner.stats ?? {}));
      if (failures > 0) reject(new Error(`${failures} failed`));
      else resolve();
    });
  });
}
