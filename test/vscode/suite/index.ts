import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";

/** What VS Code calls: runs the suite beside this file, and leaves its figures where the runner wants them. */
export function run(): Promise<void> {
  const mocha = new Mocha({ color: false, timeout: 60_000, slow: 10_000 });
  mocha.addFile(join(__dirname, "suite.cjs"));
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const results = process.env.WEEKNOTES_RESULTS;
      if (results) writeFileSync(results, JSON.stringify(runner.stats ?? {}));
      if (failures > 0) reject(new Error(`${failures} failed`));
      else resolve();
    });
  });
}
