#!/usr/bin/env node
/**
 * Stands in for the desktop's `code` in `runTests({ vscodeExecutablePath })` of @vscode/test-electron: reads the same
 * arguments, runs the suite in VS Code's server with a headless browser as its window, and exits with the suite's code.
 */
import { mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { format, parseArgs } from "node:util";
import { root } from "./paths.mjs";
import { onInterrupt, tail } from "./processes.mjs";
import { launchBrowser } from "./vscode/browser.mjs";
import { installServer } from "./vscode/install.mjs";
import { linkBuiltinExtensions, startServer } from "./vscode/server.mjs";
import { editorOf, editors } from "./vscode/versions.mjs";

/** Longest that a whole suite may take, in milliseconds. */
const suiteTimeout = 10 * 60_000;
/** What VS Code itself says to the console in every run; its native modules are not compiled. */
const noise =
  /^(\[|Updating additional|ChatSessionStore|Extension host|Resolv|Creating a socket|Request to)|open-vsx|bindings file|native-watchdog/;

const version = process.env.WEEKNOTES_VSCODE_VERSION ?? editors.current.version;
const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: "string", multiple: true },
    extensionTestsPath: { type: "string" },
    "user-data-dir": { type: "string" },
  },
});
const [workspace] = positionals;
const developed = /** @type {string[]} */ (values.extensionDevelopmentPath);
const tests = /** @type {string} */ (values.extensionTestsPath);
// The server keeps its profile in a folder `data` below its own.
const folder = dirname(String(values["user-data-dir"]));

process.exit(await runSuite());

async function runSuite() {
  const installed = await installServer(editorOf(version));
  const [extension = "", ...others] = developed;
  const builtinExtensions = join(folder, "builtin");
  await linkBuiltinExtensions(installed, builtinExtensions, others);
  const server = await startServer(installed, {
    folder,
    builtinExtensions,
    testDriver: true,
  });
  const browser = await launchBrowser();
  const stop = async () => {
    await browser.close().catch(() => {});
    await server.stop();
  };
  onInterrupt(stop);
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
    });
    await trust(page, ["weeknotes.weeknotes"]);
    /** @type {string[]} */
    const complaints = [];
    const ended = suiteEnd(page, complaints);
    await page.goto(
      server.url({ folder: resolve(workspace ?? root) }, [
        ["extensionDevelopmentPath", server.uri(resolve(extension))],
        ["extensionTestsPath", server.uri(resolve(tests))],
        ["enableProposedApi", ""],
        ["skipWelcome", "true"],
      ]),
      { timeout: 120_000 },
    );
    const end = await ended;
    if (end.code !== 0) {
      if (end.reason) console.error(`VS Code ${version}: ${end.reason}`);
      await keepTraces(page, [...complaints, tail(server.log(), 20)]);
    }
    return end.code;
  } finally {
    await stop();
  }
}

/**
 * Prints what the suite says, and tells how it ended: VS Code calls these two functions of the page.
 * @param {import("playwright-core").Page} page
 * @param {string[]} complaints what others say to the console as errors
 * @returns {Promise<{ code: number, reason?: string }>}
 */
function suiteEnd(page, complaints) {
  return new Promise((resolve) => {
    setTimeout(
      () =>
        resolve({
          code: 124,
          reason: `no end after ${suiteTimeout / 60_000} minutes`,
        }),
      suiteTimeout,
    ).unref();
    page.on("crash", () =>
      resolve({ code: 125, reason: "the page has crashed" }),
    );
    page.exposeFunction("codeAutomationExit", (/** @type {number} */ code) =>
      resolve({ code }),
    );
    page.exposeFunction(
      "codeAutomationLog",
      (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
        const line = format(...args);
        if (noise.test(line)) return;
        if (type === "error" || type === "warn") complaints.push(line);
        else console.log(line);
      },
    );
  });
}

/**
 * Lets extensions use the GitHub sign-in without the question that a person would answer: a page under the test driver
 * refuses dialogs. The scenario of the packaged extension clicks through the question.
 * @param {import("playwright-core").Page} page
 * @param {readonly string[]} extensions
 */
async function trust(page, extensions) {
  await page.addInitScript((github) => {
    document.addEventListener("readystatechange", () => {
      const configuration = document.getElementById(
        "vscode-workbench-web-configuration",
      );
      const text = configuration?.getAttribute("data-settings");
      if (!configuration || !text || document.readyState !== "interactive")
        return;
      const settings = JSON.parse(text);
      settings.productConfiguration.trustedExtensionAuthAccess = { github };
      configuration.setAttribute("data-settings", JSON.stringify(settings));
    });
  }, extensions);
}

/**
 * What helps to find out why a suite did not come through: a picture of the window and the last words of all.
 * @param {import("playwright-core").Page} page
 * @param {readonly string[]} lines
 */
async function keepTraces(page, lines) {
  const picture = join(root, `out/vscode/failure-${version}.png`);
  await mkdir(dirname(picture), { recursive: true });
  const taken = await page.screenshot({ path: picture }).catch(() => undefined);
  if (taken) console.error(`The window at the end: ${picture}`);
  for (const line of lines) console.error(line);
}
