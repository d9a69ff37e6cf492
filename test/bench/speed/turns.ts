/** What one round measures, part by part: every competitor has its turn before the next round begins. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { writeCorpus } from "../corpus.js";
import { startClient } from "./client.js";
import { longestBlock } from "./measure-blocks.js";
import { measureCommand, plantMistake } from "./measure-command-line.js";
import {
  type DocumentRun,
  type LongPostFile,
  measureDocument,
  type Timings,
  writeLongPost,
} from "./measure-document.js";
import { measureWorkspace, type Posts } from "./measure-workspace.js";
import type { Results } from "./results.js";
import type { ServerName, ServerSpec } from "./servers.js";
import { median, quantile } from "./statistics.js";

export interface Setting {
  readonly servers: Readonly<Record<ServerName, ServerSpec>>;
  /** For temporary files. */
  readonly folder: string;
  readonly results: Results;
  /** How many posts are many. */
  readonly many: number;
}

interface Turn {
  readonly part: "start" | "document" | "workspace" | "check";
  readonly title: string;
  readonly mostRounds: number;
  take(): Promise<void>;
}

const starts = 7;
const keys = { times: 200, atMost: 15_000 };

export function turns(setting: Setting): Turn[] {
  const { folder, many } = setting;
  const few = Math.min(1_000, many);
  return [
    {
      part: "start",
      title: "Start",
      mostRounds: 3,
      take: () => start(setting),
    },
    ...[2_000, 20_000].map((lines): Turn => {
      const post = once(() => writeLongPost(folder, lines));
      return {
        part: "document",
        title: `One post of ${lines} lines`,
        mostRounds: 3,
        take: () => document(setting, post(), lines),
      };
    }),
    ...[few, many].map((count, at): Turn => {
      const posts = once(() => writePosts(folder, count));
      return {
        part: "workspace",
        title: `${count} posts`,
        // The others take minutes.
        mostRounds: at === 0 ? 2 : 1,
        take: () => workspace(setting, posts(), at === 0 ? "1000" : "10000"),
      };
    }),
    {
      part: "check",
      title: `Checking ${many} posts`,
      mostRounds: 1,
      take: () => check(setting),
    },
  ];
}

export function writePosts(folder: string, count: number): Posts {
  const root = join(folder, `posts-${count}`);
  const planted = writeCorpus(root, { posts: count });
  plantMistake(root);
  return { root, planted };
}

async function start({ servers, folder, results }: Setting): Promise<void> {
  const taken = new Map<ServerName, number[]>();
  for (let turn = 0; turn < starts; turn++) {
    for (const spec of Object.values(servers)) {
      const client = await startClient(spec, folder);
      taken.set(spec.name, [...(taken.get(spec.name) ?? []), client.started]);
      await client.stop();
    }
  }
  for (const [name, times] of taken) results.add("start", name, median(times));
}

async function document(
  { servers, results }: Setting,
  post: LongPostFile,
  lines: number,
): Promise<void> {
  for (const spec of Object.values(servers)) {
    await results.attempt(spec.name, async () => {
      const run = await measureDocument(spec, post, keys);
      const add = (id: string, timings: Timings | undefined) =>
        timings &&
        results.add(
          id,
          spec.name,
          quantile(timings.times, 0.95),
          timings.right,
        );
      add(`completion-${lines}`, run.completion);
      add(`diagnostics-${lines}`, run.diagnostics);
      results.add(`first-${lines}`, spec.name, run.firstDiagnostics);
      results.add(`memory-${lines}`, spec.name, run.memory);
      if (lines !== 2_000) return;
      for (const name of navigation) add(name, run[name]);
    });
  }
  if (lines === 2_000) return;
  const { weeknotes, md, null: nothing } = servers;
  for (const spec of [weeknotes, md, nothing]) {
    const few = { times: 80, atMost: 10_000 };
    await results.attempt(spec.name, async () =>
      results.add("block", spec.name, await longestBlock(spec, post, few)),
    );
  }
}

const navigation = [
  "hover",
  "definition",
  "references",
  "rename",
] as const satisfies readonly (keyof DocumentRun)[];

async function workspace(
  { servers, folder, results }: Setting,
  posts: Posts,
  count: string,
): Promise<void> {
  rmSync(join(folder, "cache"), { recursive: true, force: true });
  const measure = (name: "weeknotes" | "md", kinds: readonly string[]) =>
    results.attempt(name, async () => {
      // Time to write what is kept for the next session.
      const settle = name === "weeknotes" ? 5_000 : 0;
      const run = await measureWorkspace(servers[name], posts, settle);
      for (const kind of kinds)
        results.add(`symbols-${count}-${kind}`, name, run.symbols);
      results.add(`memory-${count}`, name, run.memory);
      const { referencesWarm, referencesRight } = run;
      results.add(`references-${count}`, name, referencesWarm, referencesRight);
    });
  await measure("weeknotes", ["cold"]);
  await measure("weeknotes", ["stored"]);
  // It keeps nothing.
  await measure("md", ["cold", "stored"]);
}

async function check({ folder, results, many }: Setting): Promise<void> {
  const { root } = writePosts(folder, many);
  for (const name of ["weeknotes", "markdownlint", "remark"] as const) {
    await results.attempt(name, async () => {
      const { milliseconds, isRight } = await measureCommand(name, root);
      results.add("check", name, milliseconds, isRight);
    });
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
