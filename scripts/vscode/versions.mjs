/**
 * The editors that the suite runs in, and where npm has them. `code-server` carries VS Code's own server and workbench:
 * its version 4.x.y is VS Code 1.x.y.
 */

/**
 * @typedef {object} Editor
 * @property {string} version of VS Code
 * @property {string} codeServer
 * @property {string | undefined} node the Node that it needs, if the one running may be too old
 */

/** @satisfies {Record<string, Editor>} */
export const editors = {
  current: { version: "1.139.1", codeServer: "4.139.1", node: "24.20.0" },
  older: { version: "1.100.3", codeServer: "4.100.3", node: undefined },
};

/** Its version is that of the Chromium inside. */
export const chromiumPackage = "@sparticuz/chromium@147.0.0";

/**
 * @param {string} version
 * @returns {Editor}
 */
export function editorOf(version) {
  const editor = Object.values(editors).find((it) => it.version === version);
  if (editor) return editor;
  const known = Object.values(editors).map((it) => it.version);
  throw new Error(`Unknown VS Code ${version}; known: ${known.join(", ")}`);
}
