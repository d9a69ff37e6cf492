/** How long a server's event loop stands still while somebody types. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startClient } from "./client.js";
import {
  type Effort,
  type LongPostFile,
  typeLabel,
} from "./measure-document.js";
import { benchFolder } from "./peers.js";
import type { ServerSpec } from "./servers.js";

/** The longest block while a label is typed, in milliseconds. */
export async function longestBlock(
  spec: ServerSpec,
  post: LongPostFile,
  effort: Effort,
): Promise<number> {
  const monitor = join(benchFolder, "monitor.cjs");
  const answer = join(benchFolder, "longest-block");
  writeFileSync(monitor, monitorScript(answer));
  const client = await startClient(spec, post.root, ["--require", monitor]);
  try {
    client.initialized();
    const open = client.open(post.path);
    if (client.server.diagnosticProvider)
      await client.rightDiagnostics(open, (items) => items.length > 0);
    // Once for the compiler to get warm.
    await typeLabel(client, open, post, effort);
    await read(client, answer);
    await typeLabel(client, open, post, effort);
    return await read(client, answer);
  } finally {
    await client.stop();
  }
}

async function read(
  client: { signal(name: NodeJS.Signals): boolean },
  answer: string,
): Promise<number> {
  writeFileSync(answer, "");
  client.signal("SIGUSR2");
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const text = readFileSync(answer, "utf8");
    if (text) return Number(text);
  }
}

/** Writes the longest delay of a timer since it was last asked; the timer's own interval, 1 ms, is no delay. */
function monitorScript(answer: string): string {
  return `const { monitorEventLoopDelay } = require("node:perf_hooks");
const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();
process.on("SIGUSR2", () => {
  require("node:fs").writeFileSync(${JSON.stringify(answer)}, String(Math.max(0, delays.max / 1e6 - 1)));
  delays.reset();
});
`;
}
