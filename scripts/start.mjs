/**
 * `npm start`: installs, builds, checks the sample posts, and opens VS Code on them. GitHub is a stand-in on this
 * machine; with a token in the environment it is the real one, and the editor's account. Ctrl-C stops all of it.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installDependencies } from "./dependencies.mjs";
import { packageExtension } from "./package.mjs";
import { root } from "./paths.mjs";
import { onInterrupt, run } from "./processes.mjs";
import { build } from "./steps.mjs";
import { hasDesktop, openDesktop } from "./vscode/desktop.mjs";
import { startGitHub } from "./vscode/github.mjs";
import { installServer } from "./vscode/install.mjs";
import { writeProfile } from "./vscode/profile.mjs";
import {
  installExtension,
  linkBuiltinExtensions,
  startServer,
} from "./vscode/server.mjs";
import { editors } from "./vscode/versions.mjs";

const examples = join(root, "examples");
/** Signs in to the stand-in, in the place of VS Code's own. */
const account = join(root, "test/vscode/github-authentication");
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
  const scratch = await mkdtemp(join(tmpdir(), "weeknotes-start-"));
  cleanups.push(() =>
    rm(scratch, { recursive: true, force: true, maxRetries: 5 }),
  );
  const apiUrl = await standInUrl();
  await checkExamples(apiUrl, scratch);
  await writeProfile(
    join(scratch, "data"),
    apiUrl === undefined ? {} : { "weeknotes.github.apiUrl": apiUrl },
  );
  const own = apiUrl === undefined ? [] : [account];
  if (hasDesktop()) await openOnDesktop(scratch, own);
  else await openInBrowser(scratch, own);
} catch (error) {
  // What is stopped on purpose may fail in any way.
  if (!stopping) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
await cleanUp();

/**
 * @param {string | undefined} apiUrl the stand-in's, which is asked of what the samples name
 * @param {string} scratch
 */
async function checkExamples(apiUrl, scratch) {
  const args = ["check", ...(apiUrl ? ["--online"] : []), "examples"];
  console.log(`\n$ weeknotes ${args.join(" ")}`);
  const code = await run(
    process.execPath,
    [join(root, "dist/cli.cjs"), ...args],
    {
      cwd: root,
      env: {
        ...process.env,
        ...(apiUrl && {
          GITHUB_API_URL: apiUrl,
          GITHUB_TOKEN: "token-of-a-member",
          XDG_CACHE_HOME: scratch,
        }),
      },
    },
  );
  // The samples hold mistakes to find: 1 is what they should give.
  if (code > 1) throw new Error(`weeknotes check ended with ${code}`);
}

/** @returns {Promise<string | undefined>} */
async function standInUrl() {
  const signIn = 'Sign in with "Weeknotes: Sign in to GitHub"';
  if (process.env.GITHUB_TOKEN || process.env.GH_TOKEN) {
    console.log(`\nGitHub: the real one. ${signIn}.`);
    return undefined;
  }
  const github = await startGitHub();
  cleanups.push(github.stop);
  console.log(
    `\nGitHub: a stand-in at ${github.url} (set GITHUB_TOKEN for the real one).`,
  );
  console.log(
    `${signIn}, private repositories included, to see them as "manveru", an account that is made up.`,
  );
  return github.url;
}

/**
 * @param {string} scratch
 * @param {readonly string[]} own extensions in the place of VS Code's own
 */
async function openOnDesktop(scratch, own) {
  console.log(
    "VS Code: `code`, with a profile of its own. Close its window, or press Ctrl-C, to stop.",
  );
  const window = openDesktop(scratch, examples, own);
  cleanups.push(window.stop);
  const code = await window.exited;
  if (code !== 0) throw new Error(`\`code\` ended with ${code}.`);
}

/**
 * @param {string} scratch
 * @param {readonly string[]} own extensions in the place of VS Code's own
 */
async function openInBrowser(scratch, own) {
  const vsix = await packageExtension("desktop", join(root, "out"));
  const installed = await installServer(editors.current);
  await installExtension(installed, scratch, vsix);
  const builtinExtensions = join(scratch, "builtin");
  await linkBuiltinExtensions(installed, builtinExtensions, own);
  const server = await startServer(installed, {
    folder: scratch,
    builtinExtensions,
  });
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
