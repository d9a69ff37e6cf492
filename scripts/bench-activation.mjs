/**
 * `npm run bench:activation [-- 1.139.1]`: how long the extension takes to be active in a real VS Code, measured in its
 * extension host and by VS Code itself.
 */
import { build } from "./steps.mjs";
import { runInEditor } from "./vscode/in-editor.mjs";
import { editorOf, editors } from "./vscode/versions.mjs";

const editor = editorOf(process.argv[2] ?? editors.current.version);
const turns = 3;

await build({ tests: true });
for (let turn = 1; turn <= turns; turn++)
  console.log(await runInEditor(editor, "activation.cjs"));
process.exit();
