import { isAscii } from "node:buffer";
import { createHash } from "node:crypto";
import { mkdir, open, readdir, readFile, rm, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { CacheFile } from "../github/keeper.js";
import { isLeftover, replaceFile } from "./replace-file.js";

type Variables = Readonly<Record<string, string | undefined>>;

/** A file in an editor's folder for it; none in a folder that is no file system's. */
export function cacheInFolder(
  storageUri: string,
  name = fileName,
): CacheFile | undefined {
  return URL.canParse(storageUri) && new URL(storageUri).protocol === "file:"
    ? nodeCache(join(fileURLToPath(storageUri), name))
    : undefined;
}

/** A file in the user's folder for caches, where each platform has it. */
export function cacheOfUser(
  env: Variables,
  platform: NodeJS.Platform,
  name = fileName,
): CacheFile | undefined {
  const folder = cacheFolder(env, platform);
  return folder && isAbsolute(folder)
    ? nodeCache(join(folder, "weeknotes", name))
    : undefined;
}

/** The name of the file for what is known of the posts in a folder. */
export function indexFileName(folder: string): string {
  const id = createHash("sha256").update(folder).digest("hex").slice(0, 16);
  return `posts-${id}.txt`;
}

function cacheFolder(
  env: Variables,
  platform: NodeJS.Platform,
): string | undefined {
  if (platform === "win32") return env.LOCALAPPDATA;
  if (platform === "darwin") return env.HOME && `${env.HOME}/Library/Caches`;
  // The XDG Base Directory Specification: what is not absolute is ignored.
  return env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME)
    ? env.XDG_CACHE_HOME
    : env.HOME && `${env.HOME}/.cache`;
}

const fileName = "github.json";
/** Bytes. A file that is longer was not written here. */
const maximumLength = 64 * 1024 * 1024;

/** A file that only its owner can read, and that is whole whenever a program ends. */
export function nodeCache(path: string): CacheFile {
  async function read(): Promise<string | undefined> {
    try {
      const { size } = await stat(path);
      if (size > maximumLength) return undefined;
      const bytes = await readFile(path);
      // What is kept of posts is, and takes V8 a fraction of the time.
      return bytes.toString(isAscii(bytes) ? "latin1" : "utf8");
    } catch (error) {
      if (hasCode(error, "ENOENT")) return undefined;
      throw error;
    }
  }

  return {
    read,
    async update(change) {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await locked(`${path}.lock`, async () => {
        await removeLeftovers(path);
        await replaceFile(path, change(await read()), 0o600);
      });
    },
  };
}

/** What a program that was killed had begun to write. */
async function removeLeftovers(path: string): Promise<void> {
  const names = await readdir(dirname(path));
  for (const name of names)
    if (isLeftover(name, basename(path)))
      await rm(join(dirname(path), name), { force: true });
}

/** Milliseconds. */
const lockTimes = {
  /** A file is written in less. */
  held: 10_000,
  /** Who takes a lock says in less who that is, unless it was killed in between. */
  unnamed: 500,
  patience: 3_000,
  pause: 10,
};

/** Runs while no other program that asks for the lock does. */
async function locked(lock: string, run: () => Promise<void>): Promise<void> {
  const end = performance.now() + lockTimes.patience;
  while (!(await take(lock))) {
    if (await isAbandoned(lock)) await rm(lock, { force: true });
    else if (performance.now() > end) throw new Error("it is in use");
    else await sleep(lockTimes.pause);
  }
  try {
    await run();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    const file = await open(lock, "wx", 0o600);
    try {
      await file.writeFile(String(process.pid));
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

/** Whether who holds the lock is gone. */
async function isAbandoned(lock: string): Promise<boolean> {
  try {
    const [{ mtimeMs }, holder] = await Promise.all([
      stat(lock),
      readFile(lock, "utf8"),
    ]);
    // A clock that was set back makes the lock one of the future: that says as little as an old one.
    const age = Math.abs(Date.now() - mtimeMs);
    if (holder === "") return age > lockTimes.unnamed;
    return age > lockTimes.held || !isRunning(Number(holder));
  } catch (error) {
    if (hasCode(error, "ENOENT")) return false;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
