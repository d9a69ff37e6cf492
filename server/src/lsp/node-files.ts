import { statSync } from "node:fs";
import { sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Connection } from "vscode-languageserver";
import { isSiteFileUri } from "../workspace/site-files.js";
import { clientFiles } from "./client-files.js";
import { messageOf, readTextFile } from "./text-file.js";
import {
  isConfigurationUri,
  isPostUri,
  joinUri,
  normalizeUri,
} from "./uris.js";
import { isWithin, walk } from "./walk.js";
import type { WorkspaceFiles } from "./workspace-files.js";

/** The file system; what lies elsewhere, as in a virtual workspace, the client is asked for. */
export function nodeFiles(connection: Connection): WorkspaceFiles {
  const elsewhere = clientFiles(connection);
  const warn = (line: string) => connection.console.warn(line);
  return {
    async list(folderUri) {
      if (!isFile(folderUri)) return elsewhere.list(folderUri);
      const folder = fileURLToPath(folderUri);
      const paths = await walk(
        folder,
        (name) =>
          isPostUri(name) ||
          isConfigurationUri(`/${name}`) ||
          isSiteFileUri(`/${name}`),
        warn,
      );
      // By a folder's URI, as Node takes its time for each.
      const folders = new Map<string, string>();
      return paths.map((path) => {
        const start = path.lastIndexOf(sep) + 1;
        const parent = path.slice(0, start);
        const known =
          folders.get(parent) ?? normalizeUri(pathToFileURL(parent).href);
        folders.set(parent, known);
        return joinUri(known, path.slice(start));
      });
    },
    async isListed(folderUri, uri) {
      return isFile(folderUri) && isFile(uri)
        ? isWithin(fileURLToPath(folderUri), fileURLToPath(uri))
        : elsewhere.isListed(folderUri, uri);
    },
    async identityOf(uri) {
      if (!isFile(uri)) return elsewhere.identityOf(uri);
      const found = statSync(pathOf(uri), { throwIfNoEntry: false });
      return found && `${found.size} ${found.mtimeMs}`;
    },
    async read(uri) {
      if (!isFile(uri)) return elsewhere.read(uri);
      try {
        return readTextFile(pathOf(uri));
      } catch (error) {
        if (!isMissing(error)) warn(messageOf(error));
        return undefined;
      }
    },
  };
}

function isFile(uri: string): boolean {
  return uri.startsWith("file:");
}

/** Node takes longer to tell than to look at the file. */
function pathOf(uri: string): string {
  return sep === "/" && plainUri.test(uri)
    ? uri.slice("file://".length)
    : fileURLToPath(uri);
}

/** Of a path on this computer with nothing encoded in it. */
const plainUri = /^file:\/\/\/[\w.~/-]*$/;

function isMissing(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return (
    cause instanceof Error &&
    "code" in cause &&
    (cause.code === "ENOENT" || cause.code === "ENOTDIR")
  );
}
