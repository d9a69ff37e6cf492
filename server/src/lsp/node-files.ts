import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { glob } from "tinyglobby";
import type { Connection } from "vscode-languageserver";
import { clientFiles } from "./client-files.js";
import { joinUri } from "./uris.js";
import type { WorkspaceFiles } from "./workspace-files.js";

/** The file system; what lies elsewhere, as in a virtual workspace, the client is asked for. */
export function nodeFiles(connection: Connection): WorkspaceFiles {
  const elsewhere = clientFiles(connection);
  return {
    async list(folderUri) {
      if (!isFile(folderUri)) return elsewhere.list(folderUri);
      try {
        const names = await glob(
          ["**/*.{md,mdx,markdown}", "**/weeknotes.json"],
          {
            cwd: fileURLToPath(folderUri),
            ignore: ["**/node_modules/**", "**/.git/**", "**/dist/**"],
            followSymbolicLinks: false,
            caseSensitiveMatch: false,
          },
        );
        return names.map((name) => joinUri(folderUri, name));
      } catch {
        return [];
      }
    },
    async read(uri) {
      if (!isFile(uri)) return elsewhere.read(uri);
      try {
        return await readFile(fileURLToPath(uri), "utf8");
      } catch {
        return undefined;
      }
    },
  };
}

function isFile(uri: string): boolean {
  return uri.startsWith("file:");
}
