import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  expect,
  test,
  vi,
} from "vitest";
import type { Hover } from "vscode-languageserver-protocol";
import { createGitHub } from "../../server/src/github/client.js";
import { clientCache } from "../../server/src/lsp/client-cache.js";
import type { Environment } from "../../server/src/lsp/environment.js";
import { cacheInFolder } from "../../server/src/lsp/node-cache.js";
import { tokens } from "../github-standin/seed.js";
import { type StandIn, startStandIn } from "../github-standin/server.js";
import { connect, type Editor, until, uri } from "./connect.js";

let standIn: StandIn;
let folder: string;
const post =
  "[[secret]]\n\n[secret]: https://github.com/octo-org/secret/pull/1\n";

beforeAll(async () => {
  standIn = await startStandIn();
  await standIn.warmUp();
}, 60_000);
afterAll(() => standIn.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "weeknotes-restart-"));
  standIn.requests.length = 0;
});
afterEach(() => rm(folder, { recursive: true }));

const desktop: Partial<Environment> = {
  github: createGitHub,
  now: Date.now,
  cacheFile: (_, storageUri) => cacheInFolder(storageUri ?? ""),
};
const options = () => ({
  token: tokens.member,
  apiUrl: standIn.url,
  storageUri: pathToFileURL(folder).href,
});

async function hover({ open, request }: Editor): Promise<void> {
  await open(post);
  await until(
    () =>
      request<Hover | null>("textDocument/hover", {
        textDocument: { uri },
        position: { line: 0, character: 3 },
      }),
    (found) => JSON.stringify(found).includes("Hide better"),
  );
}
const kept = () => readFile(join(folder, "github.json"), "utf8");

test("what GitHub said before a restart is not asked again", async () => {
  const first = await connect({
    environment: desktop,
    initializationOptions: options(),
  });
  await hover(first);
  await first.request("shutdown", {});
  expect(await kept()).toContain("Hide better");
  expect(await kept()).not.toContain(tokens.member);
  expect(await readdir(folder)).toEqual(["github.json"]);
  const asked = standIn.requests.length;
  expect(asked).toBeGreaterThan(0);

  const second = await connect({
    environment: desktop,
    initializationOptions: options(),
  });
  await hover(second);
  expect(standIn.requests).toHaveLength(asked);
});

test("a sign-out forgets it at once", async () => {
  const editor = await connect({
    environment: desktop,
    initializationOptions: options(),
  });
  await hover(editor);
  await editor.connection.sendNotification("weeknotes/tokenChanged", {});
  await vi.waitFor(async () =>
    expect(await kept()).not.toContain("Hide better"),
  );
});

test("a server without a file system has the client keep it", async () => {
  let text: string | null = null;
  const browser: Partial<Environment> = {
    ...desktop,
    cacheFile: (connection) => clientCache(connection),
  };
  for (let start = 0; start < 2; start++) {
    const editor = await connect({
      environment: browser,
      initializationOptions: options(),
      prepare(connection) {
        connection.onRequest("weeknotes/readCache", () => text);
        connection.onRequest("weeknotes/writeCache", (given) => {
          text = given.text;
          return null;
        });
      },
    });
    await hover(editor);
    await editor.request("shutdown", {});
    expect(text).toContain("Hide better");
    expect(text).not.toContain(tokens.member);
  }
  expect(standIn.requests.filter(({ items }) => items > 0)).toHaveLength(1);
});

test("a client that does not answer any more does not hold up the end", async () => {
  const editor = await connect({
    environment: {
      ...desktop,
      cacheFile: () => ({
        read: async () => undefined,
        update: () => new Promise(() => {}),
      }),
    },
    initializationOptions: options(),
  });
  await hover(editor);
  expect(await editor.request("shutdown", {})).toBeNull();
});

test("a client that keeps nothing changes nothing else", async () => {
  const editor = await connect({
    environment: {
      ...desktop,
      cacheFile: (connection) => clientCache(connection),
    },
    initializationOptions: options(),
  });
  await hover(editor);
  await editor.request("shutdown", {});
  expect(editor.messages).toEqual([]);
});
