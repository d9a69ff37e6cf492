import type { CacheFile } from "../../server/src/github/keeper.js";

/** A file in memory, which several clients may share as windows share theirs. */
export interface MemoryFile extends CacheFile {
  text: string | undefined;
  /** Successful ones. */
  writes: number;
  /** What reading or writing ends with from now on. */
  failure: Error | undefined;
}

export function memoryFile(text?: string): MemoryFile {
  const file: MemoryFile = {
    text,
    writes: 0,
    failure: undefined,
    async read() {
      if (file.failure) throw file.failure;
      return file.text;
    },
    async update(change) {
      if (file.failure) throw file.failure;
      file.text = change(file.text);
      file.writes++;
    },
  };
  return file;
}
