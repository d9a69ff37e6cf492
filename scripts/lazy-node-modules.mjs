/**
 * Lets the language server's library load what Node has for child processes and cryptography when it uses it: that is for
 * module paths, for pipes and for tokens, of which a server that talks over stdio has none. Both take Node 10 ms or more
 * before it can answer `initialize`.
 */
import { readFile } from "node:fs/promises";

const files =
  /[\\/](?:vscode-languageserver[\\/]lib[\\/]node[\\/]files|vscode-jsonrpc[\\/]lib[\\/]node[\\/]main)\.js$/;
const declaration = /^const (\w+) = require\("(child_process|crypto)"\);$/m;

/** @type {import("esbuild").Plugin} */
export const lazyNodeModules = {
  name: "lazy-node-modules",
  setup({ onLoad }) {
    onLoad({ filter: files }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const [line, name, module] = declaration.exec(text) ?? [];
      if (!line) {
        const asked = "Which file of the library loads `crypto` now?";
        return { errors: [{ text: `${path} has changed. ${asked}` }] };
      }
      const contents = text
        .replace(line, "")
        .replace(new RegExp(`\\b${name}\\b`, "g"), `require("${module}")`);
      return { contents };
    });
  },
};
