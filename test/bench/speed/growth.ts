/** How Weeknotes' costs grow with the length of a post and with the number of posts. */
import { longPost } from "../corpus.js";
import { measureCommand } from "./measure-command-line.js";
import { measureDocument, writeLongPost } from "./measure-document.js";
import { measureWorkspace } from "./measure-workspace.js";
import type { ServerName } from "./servers.js";
import { quantile } from "./statistics.js";
import { type Setting, writePosts } from "./turns.js";

export interface Growth {
  readonly lines: readonly LengthRow[];
  readonly posts: readonly CountRow[];
}

/** Milliseconds, MB. */
export interface LengthRow {
  readonly lines: number;
  /** A key and its completion, p95. */
  readonly key: Readonly<Partial<Record<ServerName, number>>>;
  readonly diagnostics: number;
  readonly memory: number | undefined;
  readonly check: number;
}

export interface CountRow {
  readonly posts: number;
  readonly symbols: number;
  readonly memory: number | undefined;
  readonly check: number;
}

const keys = { times: 100, atMost: 6_000 };

export async function measureGrowth(setting: Setting): Promise<Growth> {
  console.error("Growth …");
  const { servers, folder, many } = setting;
  const lines: LengthRow[] = [];
  for (const length of [200, 600, 2_000, 6_000, 20_000]) {
    const post = writeLongPost(folder, length);
    const key: Partial<Record<ServerName, number>> = {};
    const own = await measureDocument(servers.weeknotes, post, keys);
    key.weeknotes = quantile(own.completion?.times ?? [], 0.95);
    for (const name of ["md", "null"] as const) {
      await setting.results.attempt(name, async () => {
        const { completion } = await measureDocument(servers[name], post, keys);
        if (completion) key[name] = quantile(completion.times, 0.95);
      });
    }
    const checked = await measureCommand("weeknotes", post.root);
    lines.push({
      lines: longPost(length).text.split("\n").length,
      key,
      diagnostics: quantile(own.diagnostics?.times ?? [], 0.95),
      memory: own.memory,
      check: checked.milliseconds,
    });
  }
  const posts: CountRow[] = [];
  for (const count of [1, 10, 100].map((it) => Math.round(many / 100) * it)) {
    const written = writePosts(folder, count);
    const run = await measureWorkspace(servers.weeknotes, written);
    const checked = await measureCommand("weeknotes", written.root);
    posts.push({
      posts: count,
      symbols: run.symbols,
      memory: run.memory,
      check: checked.milliseconds,
    });
  }
  return { lines, posts };
}
