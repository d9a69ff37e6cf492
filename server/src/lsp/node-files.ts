import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { glob } from "tinyglobby";
import { joinUri } from "./uris.js";
import type { WorkspaceFiles } from "./workspace-files.js";

/** The file system. Folders of other schemes are empty. */
export function nodeFiles(): WorkspaceFiles {
  return {
    async list(folderUri) {
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
      try {
        return await readFile(fileURLToPath(uri), "utf8");
      } catch {
        return undefined;
      }
    },
  };
}
