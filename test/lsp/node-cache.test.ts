import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { decodeSnapshot } from "../../server/src/github/snapshot.js";
import {
  cacheInFolder,
  cacheOfUser,
  nodeCache,
} from "../../server/src/lsp/node-cache.js";
import { replaceFile } from "../../server/src/lsp/replace-file.js";

let folder: string;
let writer: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "weeknotes-cache-"));
  writer = join(folder, "writer.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("cache-writer.ts", import.meta.url))],
    outfile: writer,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

const inFolder = (name: string) => join(folder, name, "github.json");

function startWriter(...args: (string | number)[]) {
  const child = spawn(process.execPath, [writer, ...args.map(String)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  return {
    child,
    /** Numbers it said it has kept. */
    kept: () => output.split("\n").slice(0, -1).map(Number),
  };
}

/** The number that is kept of each of the users an account asked about. */
async function keptNumbers(path: string): Promise<Map<string, number>> {
  const text = await readFile(path, "utf8");
  // Whole, or it would not be JSON.
  JSON.parse(text);
  const { answers } = decodeSnapshot(text, Date.now());
  return new Map(
    [...answers].map(([key, { result }]) => [
      key,
      "bio" in result ? Number(result.bio) : Number.NaN,
    ]),
  );
}

describe("the file", () => {
  test("is its owner's alone, whatever it was before", async () => {
    const path = inFolder("modes");
    expect(await nodeCache(path).read()).toBeUndefined();
    await nodeCache(path).update((text) => `${text} 1`);
    await chmod(path, 0o644);
    await nodeCache(path).update((text) => `${text} 2`);
    expect(await nodeCache(path).read()).toBe("undefined 1 2");
    expect(await readdir(dirname(path))).toEqual(["github.json"]);
    if (process.platform === "win32") return;
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(dirname(path))).mode & 0o777).toBe(0o700);
  });

  test("is not read where it cannot be ours", async () => {
    const path = inFolder("long");
    await nodeCache(path).update(() => "");
    await truncate(path, 65 * 1024 * 1024);
    expect(await nodeCache(path).read()).toBeUndefined();
  });

  test.each([
    ["linux", { XDG_CACHE_HOME: "/x/cache", HOME: "/h" }, "/x/cache"],
    ["linux", { XDG_CACHE_HOME: "relative", HOME: "/h" }, "/h/.cache"],
    ["linux", { HOME: "/h" }, "/h/.cache"],
    ["darwin", { HOME: "/h", XDG_CACHE_HOME: "/x" }, "/h/Library/Caches"],
    ["win32", { LOCALAPPDATA: "/l", HOME: "/h" }, "/l"],
  ] as const)("is where %s has it: %o", async (platform, env, at) => {
    const rooted = Object.fromEntries(
      Object.entries(env).map(([name, value]) => [
        name,
        value.startsWith("/") ? join(folder, "user", value) : value,
      ]),
    );
    await cacheOfUser(rooted, platform)?.update(() => "here");
    expect(
      await readFile(join(folder, "user", at, "weeknotes/github.json"), "utf8"),
    ).toBe("here");
    await rm(join(folder, "user"), { recursive: true });
  });

  test("is nowhere without a home, and in no folder that is not on this disk", () => {
    for (const platform of ["linux", "darwin", "win32"] as const)
      expect(cacheOfUser({}, platform)).toBeUndefined();
    for (const uri of ["vscode-userdata:/User/x", "no URI", ""])
      expect(cacheInFolder(uri)).toBeUndefined();
    expect(cacheInFolder(pathToFileURL(folder).href)).toBeDefined();
  });
});

describe("who may not write", () => {
  test("hears why, for what is in the folder's place is no folder", async () => {
    await writeFile(join(folder, "no-folder"), "");
    await expect(
      nodeCache(join(folder, "no-folder/weeknotes/github.json")).update(
        () => "",
      ),
    ).rejects.toThrow(/ENOTDIR/);
  });

  test("hears why, for a folder is in the file's place", async () => {
    const path = inFolder("a-folder");
    await mkdir(path, { recursive: true });
    await expect(nodeCache(path).read()).rejects.toThrow(/EISDIR/);
    await expect(nodeCache(path).update(() => "")).rejects.toThrow(/EISDIR/);
    // Neither a lock nor what was begun stays.
    expect(await readdir(dirname(path))).toEqual(["github.json"]);
  });

  test("has the old text still, on a disk that gets full", async (context) => {
    const disk = join(folder, "disk");
    await mkdir(disk);
    const script = join(folder, "fill.mjs");
    await build({
      stdin: {
        contents: `
          import { nodeCache } from "./node-cache.js";
          const file = nodeCache(${JSON.stringify(join(disk, "github.json"))});
          await file.update(() => "old");
          await file.update(() => "x".repeat(100_000)).then(
            () => console.log("no error"), (error) => console.log(error.code));
          console.log(await file.read());
          await file.update((text) => text + " and new");
          console.log(await file.read());`,
        resolveDir: fileURLToPath(
          new URL("../../server/src/lsp", import.meta.url),
        ),
      },
      outfile: script,
      bundle: true,
      platform: "node",
      format: "esm",
      logLevel: "error",
    });
    // A disk of its own, which nobody else sees and which goes with the process.
    const { status, stdout } = spawnSync(
      "unshare",
      [
        ...["--user", "--map-root-user", "--mount", "sh", "-c"],
        'mount -t tmpfs -o size=64k tmpfs "$1" || exit 42; exec "$2" "$3"',
        ...["sh", disk, process.execPath, script],
      ],
      { encoding: "utf8" },
    );
    // Not every system lets its users mount.
    if (status !== 0 && stdout === "") context.skip();
    expect(stdout).toBe("ENOSPC\nold\nold and new\n");
  });
});

describe("programs that write at once", () => {
  test("lose nothing of each other", async () => {
    const path = inFolder("together");
    const writers = ["account-a", "account-b", "account-c"].map((account) =>
      startWriter(path, account, 0, 15),
    );
    await Promise.all(writers.map(({ child }) => once(child, "exit")));
    const kept = await keptNumbers(path);
    expect(kept.size).toBe(45);
    expect(await readdir(dirname(path))).toEqual(["github.json"]);
  }, 60_000);

  test("do not wait for one that is gone", async () => {
    const path = inFolder("gone");
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    await mkdir(dirname(path));
    await writeFile(`${path}.lock`, String(pid));
    await nodeCache(path).update(() => "new");
    expect(await nodeCache(path).read()).toBe("new");
  });

  test("nor for one that went before it said who it is", async () => {
    const path = inFolder("nameless");
    await mkdir(dirname(path));
    await writeFile(`${path}.lock`, "");
    await nodeCache(path).update(() => "new");
    expect(await nodeCache(path).read()).toBe("new");
  });

  test("nor for one that holds the file as long as none does", async () => {
    const path = inFolder("old");
    await mkdir(dirname(path));
    await writeFile(`${path}.lock`, String(process.pid));
    const past = new Date(Date.now() - 60_000);
    await utimes(`${path}.lock`, past, past);
    await nodeCache(path).update(() => "new");
    expect(await nodeCache(path).read()).toBe("new");
  });

  test("but for one that is writing", async () => {
    const path = inFolder("busy");
    await mkdir(dirname(path));
    await writeFile(`${path}.lock`, String(process.pid));
    const update = nodeCache(path).update(() => "new");
    await sleep(50);
    expect(await nodeCache(path).read()).toBeUndefined();
    await rm(`${path}.lock`);
    await update;
    expect(await nodeCache(path).read()).toBe("new");
  });
});

/** As many as a machine that tests everything has time for; more by `WEEKNOTES_KILLS=200`. */
const kills = Number(process.env.WEEKNOTES_KILLS ?? 25);

test(`kill -9 while it writes, ${kills} times: nothing that was kept is lost`, async () => {
  const path = inFolder("killed");
  const expected = new Map<string, number>();
  let next = 0;
  let begun = 0;
  for (let round = 0; round < kills; round++) {
    const { child, kept } = startWriter(path, "account-a", next);
    await once(child.stdout, "data");
    await sleep(round % 20);
    child.kill("SIGKILL");
    await once(child, "close");
    for (const n of kept()) expected.set(`account-a user ${n % 50}`, n);
    next = (kept().at(-1) ?? next) + 1;
    const found = await keptNumbers(path);
    // The last one may be kept without a word.
    for (const [key, n] of expected)
      expect([n, next]).toContain(found.get(key));
    const names = await readdir(dirname(path));
    if (names.some((name) => name !== "github.json")) begun++;
  }
  // Some were killed in the middle, or this would show nothing.
  expect(begun).toBeGreaterThan(0);
  await nodeCache(path).update((text) => text ?? "");
  expect(await readdir(dirname(path))).toEqual(["github.json"]);
}, 600_000);

describe("replacing a file", () => {
  test("keeps its mode, and a link a link", async () => {
    const path = join(folder, "post.md");
    await writeFile(path, "old");
    await chmod(path, 0o640);
    await symlink(path, join(folder, "link.md"));
    await replaceFile(join(folder, "link.md"), "new");
    expect(await readFile(path, "utf8")).toBe("new");
    if (process.platform !== "win32")
      expect((await stat(path)).mode & 0o777).toBe(0o640);
    await replaceFile(join(folder, "new.md"), "first");
    expect(await readFile(join(folder, "new.md"), "utf8")).toBe("first");
  });
});
