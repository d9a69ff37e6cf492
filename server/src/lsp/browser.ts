import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from "vscode-languageserver/browser";
import { clientFiles } from "./client-files.js";
import { startServer } from "./server.js";

const { port } = { port: self };
startServer(
  createConnection(
    new BrowserMessageReader(port),
    new BrowserMessageWriter(port),
  ),
  { files: clientFiles, now: Date.now, token: undefined, docsUrl: "" },
);
