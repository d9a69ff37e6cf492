/** Gets what the in-editor tests need from npm, ahead of time: `node scripts/vscode-server.mjs [version …]`. */
import { installChromium, installServer } from "./vscode/install.mjs";
import { editorOf, editors } from "./vscode/versions.mjs";

const asked = process.argv.slice(2).map(editorOf);
try {
  for (const editor of asked.length > 0 ? asked : Object.values(editors)) {
    const { version, home } = await installServer(editor);
    console.log(`VS Code ${version}: ${home}`);
  }
  const { executablePath } = await installChromium();
  console.log(`Chromium: ${executablePath}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
