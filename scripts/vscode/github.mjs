import { join } from "node:path";
import { root } from "../paths.mjs";
import { start, waitForOutput } from "../processes.mjs";

/**
 * Starts the stand-in for GitHub on a loopback address.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startGitHub() {
  const child = start(process.execPath, [
    join(root, "out/github-standin/main.mjs"),
  ]);
  const [line] = await waitForOutput(child, /^\{.*"url".*\}$/m, {
    timeout: 60_000,
    what: "The stand-in for GitHub",
  });
  const { url } = JSON.parse(line);
  return { url, stop: child.stop };
}
