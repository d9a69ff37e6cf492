import { type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";

export interface Ended {
  readonly status: number | null;
  /** What it wrote to the streams that are pipes. */
  readonly output: string;
  readonly errors: string;
}

/** Runs a script of Node to its end; `started` is given its output while it runs. */
export async function runNode(
  script: string,
  args: readonly string[],
  options: SpawnOptions,
  started: (output: Readable | null) => void = () => {},
): Promise<Ended> {
  const child = spawn(process.execPath, [script, ...args], options);
  const [output, errors] = [child.stdout, child.stderr].map(collect);
  started(child.stdout);
  const [status] = await once(child, "close");
  return { status, output: output?.() ?? "", errors: errors?.() ?? "" };
}

function collect(stream: Readable | null): () => string {
  let text = "";
  stream?.setEncoding("utf8").on("data", (part) => {
    text += part;
  });
  return () => text;
}
