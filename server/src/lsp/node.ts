import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createConnection } from "vscode-languageserver/node";
import { nodeFiles } from "./node-files.js";
import { startServer } from "./server.js";

startServer(createConnection(), {
  files: nodeFiles,
  now: Date.now,
  token: process.env.GITHUB_TOKEN || process.env.GH_TOKEN,
  docsUrl: pathToFileURL(join(__dirname, "../docs/rules/")).href,
});
