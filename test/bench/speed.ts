/**
 * `npm run bench`: Weeknotes beside other tools, in one run, taking turns. Each answer is checked for being right.
 *
 *   --quick          one round, fewer posts: is it all still there?
 *   --rounds 3       how often everything has its turn; what is shown are medians
 *   --posts 10000    how many posts are many
 *   --only a,b       parts: start, document, workspace, check, growth
 *
 * With all parts and posts it writes `docs/bench/`, else `out/bench/`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureGrowth } from "./speed/growth.js";
import { installPeers } from "./speed/peers.js";
import { writeReport } from "./speed/report.js";
import { Results } from "./speed/results.js";
import { prepareServers } from "./speed/servers.js";
import { turns } from "./speed/turns.js";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    rounds: { type: "string" },
    posts: { type: "string" },
    only: { type: "string" },
  },
});
const rounds = Number(values.rounds ?? (values.quick ? 1 : 3));
const many = Number(values.posts ?? (values.quick ? 500 : 10_000));
const parts = values.only?.split(",");
const isFull = !values.quick && !values.posts && parts === undefined;

installPeers();
const folder = mkdtempSync(join(tmpdir(), "weeknotes-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const servers = await prepareServers(join(folder, "cache"));
const results = new Results();
const setting = { servers, folder, results, many };

for (const { part, title, mostRounds, take } of turns(setting)) {
  if (parts && !parts.includes(part)) continue;
  for (let round = 1; round <= Math.min(rounds, mostRounds); round++) {
    console.error(`${title}, round ${round} …`);
    await take();
  }
}
const growth =
  parts && !parts.includes("growth") ? undefined : await measureGrowth(setting);
writeReport(results, growth, {
  folder: isFull ? "docs/bench" : "out/bench",
  many,
  rounds,
});
process.exit();
