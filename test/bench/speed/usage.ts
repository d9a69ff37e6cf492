import { readFileSync } from "node:fs";

/** The most memory a process and those it started have had resident, in MB; undefined where `/proc` does not tell. */
export function peakMemory(pid: number): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "latin1");
    const peak = /VmHWM:\s+(\d+)/.exec(status)?.[1];
    const children = readFileSync(
      `/proc/${pid}/task/${pid}/children`,
      "latin1",
    );
    return children
      .trim()
      .split(" ")
      .filter(Boolean)
      .reduce(
        (sum, child) => sum + (peakMemory(Number(child)) ?? 0),
        Number(peak) / 1024,
      );
  } catch {
    return undefined;
  }
}
