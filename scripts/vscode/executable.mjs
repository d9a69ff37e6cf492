import { join } from "node:path";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { root } from "../paths.mjs";
import { installServer } from "./install.mjs";

/** How long the desktop's download may take to answer, in milliseconds. */
const answerTimeout = 4000;
const releases = "https://update.code.visualstudio.com/api/releases/stable";

/**
 * What `runTests` of @vscode/test-electron starts: the desktop's VS Code where it can be had, else what stands in for it.
 * @param {import("./versions.mjs").Editor} editor
 */
export async function executableOf(editor) {
  if (await desktopAvailable()) {
    console.log(`VS Code ${editor.version}: the desktop's`);
    return downloadAndUnzipVSCode({
      version: editor.version,
      cachePath: join(root, ".vscode-test"),
    });
  }
  console.log(`VS Code ${editor.version}: its server, from npm`);
  await installServer(editor);
  return join(root, "scripts/code-shim.mjs");
}

/** A desktop needs a display and the download from outside the npm registry. */
async function desktopAvailable() {
  if (process.platform === "linux" && !process.env.DISPLAY) return false;
  try {
    const signal = AbortSignal.timeout(answerTimeout);
    return (await fetch(releases, { signal })).ok;
  } catch {
    return false;
  }
}
