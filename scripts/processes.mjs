/**
 * Children of the scripts. The outermost script gives each a process group of its own, so that ending one ends all that
 * it started, however deep and however badly it went; scripts in such a group start their children into it.
 */
import { spawn } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";

const windows = process.platform === "win32";
const groupVariable = "WEEKNOTES_PROCESS_GROUP";
const ownGroups = !windows && !process.env[groupVariable];

/**
 * @typedef {object} Child
 * @property {number | undefined} pid
 * @property {Promise<number>} exited its exit code; 128 and more for a signal, 127 where it could not be started
 * @property {() => string} log what it has written so far, if its output is captured
 * @property {() => Promise<void>} stop ends it and all that it started, asking first
 */

/** How to stop what is running. @type {Map<import("node:child_process").ChildProcess, () => Promise<void>>} */
const running = new Map();

process.on("exit", () => {
  for (const child of running.keys()) signalGroup(child, "SIGKILL");
});

/**
 * Starts a program. Its output is captured for `log`, or shown as it comes with `show`.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, show?: boolean }} [options]
 * @returns {Child}
 */
export function start(command, args, { cwd, env, show = false } = {}) {
  const child = spawn(command, [...args], {
    cwd,
    env: { ...process.env, ...env, [groupVariable]: "1" },
    detached: ownGroups,
    shell: windows && !command.endsWith(".exe"),
    stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
  });
  let log = "";
  const keep = (/** @type {Buffer} */ data) => {
    log = (log + data).slice(-200_000);
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  const exited = new Promise((resolve) => {
    child.on("error", (error) => {
      log += error.message;
      running.delete(child);
      resolve(127);
    });
    child.on("exit", (code) => resolve(code ?? 130));
  });
  const stop = () => stopGroup(child, exited);
  running.set(child, stop);
  return { pid: child.pid, exited, log: () => log, stop };
}

/**
 * Runs a program to its end and gives its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined> }} [options]
 */
export async function run(command, args, options) {
  const child = start(command, args, { ...options, show: true });
  const code = await child.exited;
  await child.stop();
  return code;
}

/**
 * Waits until the output of a child matches.
 * @param {Child} child
 * @param {RegExp} pattern
 * @param {{ timeout: number, what: string }} options `timeout` in milliseconds
 * @returns {Promise<RegExpMatchArray>}
 */
export async function waitForOutput(child, pattern, { timeout, what }) {
  const deadline = performance.now() + timeout;
  let ended = false;
  child.exited.then(() => {
    ended = true;
  });
  for (;;) {
    const match = child.log().match(pattern);
    if (match) return match;
    if (ended) throw new Error(`${what} ended early:\n${tail(child.log())}`);
    if (performance.now() > deadline) {
      throw new Error(
        `${what} did not start within ${timeout / 1000} s:\n${tail(child.log())}`,
      );
    }
    await delay(50);
  }
}

/**
 * Ends all children and leaves when the user or the system ends this process.
 * @param {() => Promise<void>} [first] what to do before
 */
export function onInterrupt(first = async () => {}) {
  for (const [signal, code] of /** @type {const} */ ([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ])) {
    process.once(signal, async () => {
      try {
        await first();
        await Promise.all([...running.values()].map((stop) => stop()));
      } finally {
        process.exit(code);
      }
    });
  }
}

/** @param {string} log */
export function tail(log, lines = 30) {
  return log.trimEnd().split("\n").slice(-lines).join("\n");
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {Promise<number>} exited
 */
async function stopGroup(child, exited) {
  if (!running.has(child)) return;
  signalGroup(child, "SIGTERM");
  await Promise.race([exited, delay(5000, undefined, { ref: false })]);
  // The leader may be gone before those it started.
  signalGroup(child, "SIGKILL");
  running.delete(child);
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (ownGroups) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // Already gone.
  }
}
