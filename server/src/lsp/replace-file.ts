import { open, realpath, rename, rm, stat } from "node:fs/promises";

/**
 * Replaces a file by a text, or leaves it as it was: when the disk is full, when the program is killed. (The packages
 * that do this take it for success when a disk that gets full takes only a part of the text.) Without a mode the file
 * keeps its own.
 */
export async function replaceFile(
  path: string,
  text: string,
  mode?: number,
): Promise<void> {
  const real = await realpath(path).catch(() => path);
  const before = await stat(real).catch(() => undefined);
  const begun = `${real}.${crypto.randomUUID()}`;
  try {
    const file = await open(begun, "wx", mode);
    try {
      await file.writeFile(text);
      if (before !== undefined)
        // Only root may give a file away; everybody else's is their own already.
        await file.chown(before.uid, before.gid).catch(() => {});
      const kept = mode ?? before?.mode;
      if (kept !== undefined) await file.chmod(kept);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(begun, real);
  } catch (error) {
    await rm(begun, { force: true });
    throw error;
  }
}

/** Whether a name is that of a file which was begun for `name` and never finished. */
export function isLeftover(candidate: string, name: string): boolean {
  return (
    candidate.startsWith(`${name}.`) &&
    /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(
      candidate.slice(name.length + 1),
    )
  );
}
