import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ConfigurationTarget, workspace } from "vscode";
import type * as Server from "../../github-standin/server.js";

/** Starts the stand-in for GitHub in this process, where a test can make it misbehave, and sends the extension there. */
export async function startGitHub(): Promise<Server.StandIn> {
  // A bundle of its own: a package it reads its schema from is an ES module that knows its place.
  const bundle = join(__dirname, "../github-standin/server.mjs");
  const server: typeof Server = await import(pathToFileURL(bundle).href);
  const standIn = await server.startStandIn();
  await workspace
    .getConfiguration()
    .update("weeknotes.github.apiUrl", standIn.url, ConfigurationTarget.Global);
  return standIn;
}
