/**
 * Splits what runs in Node: a dynamic import is a file of its own, read when it is first needed, since V8 looks through
 * all of a file before it runs any of it (some 35 ms for each megabyte). esbuild splits ES modules only.
 */
import { basename } from "node:path";

/** The language server's library: one for all files, as they ask what class its errors have. */
const library = "vscode-languageserver";

/**
 * @param {(name: string, entry: string) => void} found is told of each file that is needed besides: its name in the
 * output folder without `.cjs`, and what is to be bundled in it
 * @returns {import("esbuild").Plugin}
 */
export function chunks(found) {
  return {
    name: "chunks",
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^\.{1,2}\// }, async ({ kind, path, ...from }) => {
        if (kind !== "dynamic-import") return undefined;
        const entry = await resolve(path, {
          ...from,
          kind: "import-statement",
        });
        return external(basename(entry.path, ".ts"), entry.path);
      });
      onResolve({ filter: new RegExp(`^${library}(/node)?$`) }, ({ kind }) =>
        kind === "entry-point"
          ? undefined
          : external(library, `${library}/node`),
      );
    },
  };

  /**
   * @param {string} name
   * @param {string} entry
   */
  function external(name, entry) {
    found(name, entry);
    return { path: `./${name}.cjs`, external: true };
  }
}
