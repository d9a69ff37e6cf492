/**
 * `npm start`: installs, builds, checks the sample posts, and opens VS Code on them. GitHub is a stand-in on this
 * machine; with `npm start -- --real` it is the real one, and the editor's account. Ctrl-C stops all of it.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installDependencies } from "./dependencies.mjs";
import { root } from "./paths.mjs";
import { onInterrupt, run, start } from "./processes.mjs";
import { build, packageExtension } from "./steps.mjs";
import { startGitHub } from "./vscode/github.mjs";
import { installServer, onPath } from "./vscode/install.mjs";
import { writeProfile } from "./vscode/profile.mjs";
import { installExtension, startServer } from "./vscode/server.mjs";
import { editors } from "./vscode/versions.mjs";

const examples = join(root, "examples");
/** @type {(() => Promise<void>)[]} */
const cleanups = [];
let stopping = false;

onInterrupt(async () => {
  stopping = true;
  console.log("\nStopping …");
  await cleanUp();
});
try {
  await installDependencies();
  await build({ tests: true });
  await checkExamples();
  const scratch = await mkdtemp(join(tmpdir(), "weeknotes-start-"));
  cleanups.push(() => rm(scratch, { recursive: true, force: true }));
  await writeProfile(join(scratch, "data"), await gitHubSettings());
  if (onPath("code")) await openDesktop(scratch);
  else await openInBrowser(scratch);
} catch (error) {
  // What is stopped on purpose may fail in any way.
  if (!stopping) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
await cleanUp();

async function checkExamples() {
  console.log("\n$ weeknotes check examples");
  const code = await run(
    process.execPath,
    [join(root, "dist/cli.cjs"), "check", "examples"],
    { cwd: root },
  );
  // The samples hold mistakes to find: 1 is what they should give.
  if (code > 1) throw new Error(`weeknotes check ended with ${code}`);
}

/** @returns {Promise<Record<string, unknown>>} */
async function gitHubSettings() {
  if (process.argv.includes("--real")) {
    console.log(
      "\nGitHub: the real one. Sign in by the command Weeknotes has.",
    );
    return {};
  }
  const github = await startGitHub();
  cleanups.push(github.stop);
  console.log(
    `\nGitHub: a stand-in at ${github.url} ("npm start -- --real" takes the real one).`,
  );
  return { "weeknotes.github.apiUrl": github.url };
}

/** @param {string} scratch */
async function openDesktop(scratch) {
  console.log(
    "VS Code: `code`, with a profile of its own. Close its window, or press Ctrl-C, to stop.",
  );
  const child = start(
    "code",
    [
      "--wait",
      "--new-window",
      `--user-data-dir=${join(scratch, "data")}`,
      `--extensions-dir=${join(scratch, "extensions")}`,
      `--extensionDevelopmentPath=${root}`,
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      examples,
    ],
    { show: true },
  );
  cleanups.push(child.stop);
  await child.exited;
}

/** @param {string} scratch */
async function openInBrowser(scratch) {
  const vsix = await packageExtension();
  const installed = await installServer(editors.current);
  await installExtension(installed, scratch, vsix);
  const server = await startServer(installed, { folder: scratch });
  cleanups.push(server.stop);
  console.log(
    `\nVS Code ${installed.version} is ready. Open this address in a browser:\n\n  ${server.url({ folder: examples })}\n\nCtrl-C stops it.`,
  );
  await server.exited;
  throw new Error("VS Code's server has ended by itself.");
}

async function cleanUp() {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}
