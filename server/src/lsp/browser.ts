import {
  createConnection,
  BrowserMessageReader as Reader,
  BrowserMessageWriter as Writer,
} from "vscode-languageserver/browser";
import { createGitHub } from "../github/client.js";
import { clientCache } from "./client-cache.js";
import { clientFiles } from "./client-files.js";
import { startServer } from "./server.js";

startServer(createConnection(new Reader(self), new Writer(self)), {
  files: clientFiles,
  github: createGitHub,
  now: Date.now,
  practises: true,
  cacheFile: (connection, storageUri) =>
    storageUri === undefined ? undefined : clientCache(connection),
});
