import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Connection } from "vscode-languageserver";
import { createGitHub } from "../github/client.js";
import type { Client } from "./client.js";
import type { Environment } from "./environment.js";
import { cacheInFolder, cacheOfUser, indexFileName } from "./node-cache.js";
import { nodeFiles } from "./node-files.js";
import { openSession } from "./open-session.js";

/** A session on this computer: its files, the user's folder for caches, GitHub where the environment says it is. */
export function openNodeSession(
  connection: Connection,
  client: Client,
  tokens?: Environment["tokens"],
): Promise<void> {
  return openSession(
    connection,
    {
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
      practises: true,
      docsUrl: pathToFileURL(join(__dirname, "../docs/rules/")).href,
    },
    client,
  );
}
