/** What every part of a test run came to. */

/**
 * @typedef {object} Figures
 * @property {number} passes
 * @property {number} failures
 * @property {number} [pending] skipped ones
 */

/** @type {Map<string, Required<Figures> & { trouble?: string }>} */
const parts = new Map();

/**
 * Runs a part and counts it. A part that cannot run counts as a failure.
 * @param {string} name
 * @param {() => Promise<Figures>} runPart
 */
export async function addPart(name, runPart) {
  try {
    const figures = await runPart();
    const nothingRan = figures.passes + figures.failures === 0;
    if (nothingRan) throw new Error("no test has run");
    count(name, figures);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(`\n${name}: ${message}`);
    count(name, { passes: 0, failures: 1 });
    const part = parts.get(name);
    if (part) part.trouble = message.split("\n")[0] ?? "";
  }
}

/**
 * @param {string} name
 * @param {Figures} figures
 */
export function count(name, { passes, failures, pending = 0 }) {
  const part = parts.get(name) ?? { passes: 0, failures: 0, pending: 0 };
  part.passes += passes;
  part.failures += failures;
  part.pending += pending;
  parts.set(name, part);
}

/**
 * Prints the parts and, as the last line, the total.
 * @returns {number} the exit code
 */
export function printSummary() {
  const width = Math.max(...[...parts.keys()].map((name) => name.length));
  let passes = 0;
  let failures = 0;
  console.log();
  for (const [name, part] of parts) {
    passes += part.passes;
    failures += part.failures;
    const skipped = part.pending > 0 ? `, ${part.pending} skipped` : "";
    const trouble = part.trouble ? ` (could not run: ${part.trouble})` : "";
    console.log(
      `${name.padEnd(width)}  ${part.passes} passed, ${part.failures} failed${skipped}${trouble}`,
    );
  }
  console.log(`\n${passes} passed, ${failures} failed`);
  return failures === 0 && passes > 0 ? 0 : 1;
}
