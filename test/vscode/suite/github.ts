import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ConfigurationTarget, workspace } from "vscode";
import type * as Server from "../../github-standin/server.js";

/**
 * The stand-in for GitHub, in this process, where a test can make it misbehave. Every `describe` has its own, or every
 * `it`: what the extension remembers of GitHub, its limits and failures included, begins anew with it.
 */
export function useGitHub(
  each: "describe" | "it" = "describe",
): () => Server.StandIn {
  let standIn: Server.StandIn | undefined;
  const open = async () => {
    standIn = await startGitHub();
  };
  const close = () => standIn?.close();
  if (each === "describe") {
    before(open);
    after(close);
  } else {
    beforeEach(open);
    afterEach(close);
  }
  return () => {
    if (!standIn) throw new Error("the stand-in for GitHub is not running");
    return standIn;
  };
}

async function startGitHub(): Promise<Server.StandIn> {
  // A bundle of its own: a package it reads its schema from is an ES module that knows its place.
  const bundle = join(__dirname, "../github-standin/server.mjs");
  const server: typeof Server = await import(pathToFileURL(bundle).href);
  const standIn = await server.startStandIn();
  // The extension starts its server anew for another address.
  await workspace
    .getConfiguration()
    .update("weeknotes.github.apiUrl", standIn.url, ConfigurationTarget.Global);
  return standIn;
}
