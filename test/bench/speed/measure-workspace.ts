/** What a folder of many posts costs in a language server: finding what only the last post has, and references to a target. */
import { join } from "node:path";
import type {
  Location,
  SymbolInformation,
} from "vscode-languageserver-protocol";
import type { Planted } from "../corpus.js";
import { startClient } from "./client.js";
import type { ServerSpec } from "./servers.js";
import { median } from "./statistics.js";

export interface Posts {
  readonly root: string;
  readonly planted: Planted;
}

export interface WorkspaceRun {
  /** From `initialized` until a symbol of the last post is found, in milliseconds. */
  readonly symbols: number;
  /** The same question again. */
  readonly symbolsWarm: number;
  /** Whether all posts that share a target were named. */
  readonly referencesRight: boolean;
  readonly referencesWarm: number | undefined;
  readonly memory: number | undefined;
}

/** `settle`: milliseconds to wait before the end, for what is written afterwards. */
export async function measureWorkspace(
  spec: ServerSpec,
  { root, planted }: Posts,
  settle = 0,
): Promise<WorkspaceRun> {
  const client = await startClient(spec, root);
  try {
    const { last, shared } = planted;
    const begin = client.initialized();
    const query = last.heading.split(" ")[0] ?? "";
    const ask = async () => {
      const answer = await client.request("workspace/symbol", { query });
      const found = (answer.result ?? []) as SymbolInformation[];
      return {
        ...answer,
        isFound: found.some(({ location }) =>
          location.uri.endsWith(last.headingPlace.path),
        ),
      };
    };
    let answer = await ask();
    while (!answer.isFound) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      answer = await ask();
    }
    const symbols = answer.at - begin;
    const warm: number[] = [];
    for (let turn = 0; turn < 10; turn++) warm.push((await ask()).milliseconds);

    const [place] = shared.definitions;
    if (!place) throw new Error("No post shares a target");
    const open = client.open(join(root, place.path));
    const text = open.lines[place.line] ?? "";
    // In the URL: what uses the same label in other posts is another thing.
    const position = {
      line: place.line,
      character: text.indexOf("https") + 10,
    };
    const times: number[] = [];
    let referencesRight = true;
    for (let turn = 0; turn <= 10; turn++) {
      const { result, milliseconds } = await client.request(
        "textDocument/references",
        {
          textDocument: { uri: open.uri },
          position,
          context: { includeDeclaration: true },
        },
      );
      const uris = ((result ?? []) as Location[]).map(({ uri }) => uri);
      referencesRight &&= new Set(uris).size === shared.definitions.length;
      if (turn > 0) times.push(milliseconds);
    }
    await new Promise((resolve) => setTimeout(resolve, settle));
    return {
      symbols,
      symbolsWarm: median(warm),
      referencesRight,
      referencesWarm: median(times),
      memory: client.peakMemory(),
    };
  } finally {
    await client.stop();
  }
}
