import { readFileSync } from "node:fs";

/**
 * A file's text; a byte order mark stays, so that writing the text back changes nothing else. Ten thousand small files
 * are read in a fraction of the time that asking for each and waiting takes.
 * @throws Error with a message of one line: the file cannot be read, or is no UTF-8 text.
 */
export function readTextFile(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new Error(`Cannot read ${path}: ${messageOf(error)}`, {
      cause: error,
    });
  }
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Error(`Cannot read ${path}: it is not UTF-8 text`);
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
