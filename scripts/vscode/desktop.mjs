/** The user's own VS Code, by its `code`, with a profile that is not theirs. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { root } from "../paths.mjs";
import { start } from "../processes.mjs";
import { onPath } from "./install.mjs";

/** How long a window may take to close when asked, in milliseconds. */
const patience = 5_000;

/**
 * Whether `code` opens a window here. In a terminal of a remote window it is another program, which knows no profiles;
 * without a display there is no window.
 */
export function hasDesktop() {
  const { platform, env } = process;
  if (!onPath("code") || env.VSCODE_IPC_HOOK_CLI) return false;
  return platform !== "linux" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * Opens a folder with the extension under development.
 * @param {string} scratch the profile is in `data`, the extensions are in `extensions`
 * @param {string} folder
 * @param {readonly string[]} others more extensions under development
 * @returns {{ exited: Promise<number>, stop: () => Promise<void> }} `exited` when the window is closed
 */
export function openDesktop(scratch, folder, others) {
  const profile = join(scratch, "data");
  const child = start(
    "code",
    [
      "--wait",
      "--new-window",
      `--user-data-dir=${profile}`,
      `--extensions-dir=${join(scratch, "extensions")}`,
      ...[root, ...others].map((path) => `--extensionDevelopmentPath=${path}`),
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      folder,
    ],
    { show: true },
  );
  const stop = async () => {
    await closeWindow(profile);
    await child.stop();
  };
  return { exited: child.exited, stop };
}

/**
 * `code` starts the editor in a process group of its own, and only waits for it: the editor's process id is in its
 * profile.
 * @param {string} profile
 */
async function closeWindow(profile) {
  const text = await readFile(join(profile, "code.lock"), "utf8").catch(
    () => "",
  );
  const pid = Number(text);
  if (!Number.isInteger(pid) || pid <= 1) return;
  const deadline = performance.now() + patience;
  try {
    process.kill(pid, "SIGTERM");
    while (performance.now() < deadline) {
      await delay(50);
      process.kill(pid, 0);
    }
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone.
  }
}
