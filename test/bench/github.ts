/** What it costs to know every state of a report: Weeknotes, and a program that asks GitHub for each target by itself. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Octokit } from "@octokit/rest";
import { createGitHub } from "../../server/src/github/client.js";
import { nodeCache } from "../../server/src/lsp/node-cache.js";
import { isFailure } from "../../server/src/targets/github-port.js";
import type { Target } from "../../server/src/targets/target.js";
import { parseUrl } from "../../server/src/targets/url.js";
import { reportPaths } from "../github/report-paths.js";
import { tokens } from "../github-standin/seed.js";
import { type StandIn, startStandIn } from "../github-standin/server.js";

interface Costs {
  readonly requests: number;
  /** Of the account's 5,000 an hour: of REST and GraphQL together. */
  readonly points: number;
  readonly bytes: number;
  readonly milliseconds: number;
  /** Targets whose state is known in the end. */
  readonly known: number;
}

const rounds = 9;
const targets = reportPaths.map((path) =>
  parseUrl(`https://github.com/${path}`, ["github.com"]),
);
const folder = await mkdtemp(join(tmpdir(), "weeknotes-bench-"));
let days = 0;
/** Every round has an hour of its own to use up. */
const now = () => Date.now() + days * 24 * 3_600_000;
const standIn = await startStandIn({ now });
await standIn.warmUp();
try {
  console.log(
    `| latency | how ${targets.length} targets are asked for | requests | points | kB | ms (median of ${rounds}) | states known |`,
  );
  console.log("| ---: | --- | ---: | ---: | ---: | ---: | ---: |");
  for (const latency of [0, 150]) {
    standIn.latency = latency;
    for (const [name, measure] of scenarios()) {
      const runs: Costs[] = [];
      // The first one is for the machine to get warm.
      for (let round = 0; round <= rounds; round++) {
        days++;
        runs.push(await measure());
      }
      printRow(latency, name, runs.slice(1));
    }
  }
} finally {
  await standIn.close();
  await rm(folder, { recursive: true });
}

function scenarios(): [string, () => Promise<Costs>][] {
  return [
    ["one REST request each, ten at a time", () => spent(askOneByOne)],
    ["Weeknotes, cold", () => spent(() => ask(create(undefined)))],
    ["Weeknotes, warm", askTwice],
    ["Weeknotes, after a restart", askAfterRestart],
    [
      "Weeknotes, cold, without an account",
      () => spent(() => ask(create(undefined, false))),
    ],
  ];
}

function create(file: string | undefined, signedIn = true) {
  return createGitHub({
    apiUrl: standIn.url,
    now,
    ...(signedIn && { token: tokens.member }),
    ...(file && { file: nodeCache(file) }),
  });
}

async function ask(github: ReturnType<typeof create>): Promise<number> {
  const answers = await github.statuses(targets);
  return answers.filter(({ result }) => !isFailure(result)).length;
}

async function askTwice(): Promise<Costs> {
  const github = create(undefined);
  await ask(github);
  return spent(() => ask(github));
}

async function askAfterRestart(): Promise<Costs> {
  const file = join(folder, `${standIn.requests.length}.json`);
  const before = create(file);
  await ask(before);
  await before.flush();
  return spent(() => ask(create(file)));
}

/** A plain Octokit, as a program would use it that knows nothing of batches. */
async function askOneByOne(): Promise<number> {
  const octokit = new Octokit({
    baseUrl: standIn.url,
    auth: tokens.member,
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  const left = [...targets];
  let known = 0;
  async function work(): Promise<void> {
    for (let next = left.shift(); next !== undefined; next = left.shift())
      try {
        await octokit.request(`GET ${restPath(next)}`);
        known++;
      } catch {
        // REST has no discussions.
      }
  }
  await Promise.all(Array.from({ length: 10 }, work));
  return known;
}

function restPath(target: Target): string {
  if (target.kind === "user") return `/users/${target.login}`;
  if (!("repo" in target)) throw new Error(`REST has no ${target.kind}`);
  const repository = `/repos/${target.owner}/${target.repo}`;
  switch (target.kind) {
    case "pull":
      return `${repository}/pulls/${target.number}`;
    case "issue":
      return `${repository}/issues/${target.number}`;
    case "discussion":
      return `${repository}/discussions/${target.number}`;
    case "commit":
      return `${repository}/commits/${target.sha}`;
    case "branch":
      return `${repository}/commits/${target.ref}`;
    case "compare":
      // Against the default branch, whose name would take one more request.
      return `${repository}/compare/${target.base ?? "master"}...${target.head}`;
    case "release":
      return `${repository}/releases/tags/${target.tag}`;
    default:
      return repository;
  }
}

async function spent(run: () => Promise<number>): Promise<Costs> {
  const before = standIn.requests.length;
  const usedBefore = used(standIn);
  const start = performance.now();
  const known = await run();
  const milliseconds = performance.now() - start;
  const requests = standIn.requests.slice(before);
  return {
    requests: requests.length,
    points: used(standIn) - usedBefore,
    bytes: requests.reduce((sum, { bytes }) => sum + bytes, 0),
    milliseconds,
    known,
  };
}

function used({ used }: StandIn): number {
  return (
    used(tokens.member, "core") +
    used(tokens.member, "graphql") +
    used(undefined, "core")
  );
}

function printRow(latency: number, name: string, runs: readonly Costs[]): void {
  const [first] = runs;
  if (first === undefined) return;
  const times = runs
    .map(({ milliseconds }) => milliseconds)
    .sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)] ?? 0;
  const cells = [
    `${latency} ms`,
    name,
    first.requests,
    first.points,
    (first.bytes / 1000).toFixed(1),
    median.toFixed(median < 10 ? 1 : 0),
    `${first.known} of ${targets.length}`,
  ];
  console.log(`| ${cells.join(" | ")} |`);
}
