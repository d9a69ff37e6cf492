import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createConnection } from "vscode-languageserver/node";
import { createGitHub } from "../github/client.js";
import { nodeFiles } from "./node-files.js";
import { startServer } from "./server.js";

startServer(createConnection(), {
  files: nodeFiles,
  github: createGitHub,
  now: Date.now,
  token: process.env.GITHUB_TOKEN || process.env.GH_TOKEN,
  apiUrl: process.env.GITHUB_API_URL || undefined,
  docsUrl: pathToFileURL(join(__dirname, "../docs/rules/")).href,
});
