import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createConnection } from "vscode-languageserver/node";
import { createGitHub } from "../github/client.js";
import type { Environment } from "./environment.js";
import { cacheInFolder, cacheOfUser, indexFileName } from "./node-cache.js";
import { nodeFiles } from "./node-files.js";
import { startServer } from "./server.js";

/** Serves the client that this process was started by. */
export function startNodeServer(tokens?: Environment["tokens"]): void {
  startServer(createConnection(), {
    files: nodeFiles,
    github: createGitHub,
    now: Date.now,
    ...(tokens && { tokens }),
    apiUrl: process.env.GITHUB_API_URL || undefined,
    cacheFile: (_, storageUri) =>
      storageUri === undefined
        ? cacheOfUser(process.env, process.platform)
        : cacheInFolder(storageUri),
    indexFile: (storageUri, folder) =>
      storageUri === undefined
        ? cacheOfUser(process.env, process.platform, indexFileName(folder))
        : cacheInFolder(storageUri, indexFileName(folder)),
    docsUrl: pathToFileURL(join(__dirname, "../docs/rules/")).href,
  });
}
