import { LRUCache } from "lru-cache";
import type { Document } from "../markdown/document.js";
import { indexLines, type Lines } from "../markdown/lines.js";
import { parse } from "../markdown/parse.js";
import { type OpenDocuments, syntaxOf } from "./documents.js";
import type { Projects } from "./projects.js";
import type { WorkspaceFiles } from "./workspace-files.js";

/** The texts of posts on disk, and the latest of them parsed. Of an open post the text that is open is given. */
export interface FileTexts {
  /** What the file holds, though the post be open. */
  read(uri: string): Promise<string | undefined>;
  documentOf(uri: string): Promise<Document | undefined>;
  linesOf(uri: string): Promise<Lines | undefined>;
  /** The file may hold another text now. */
  changed(uri: string): void;
}

interface Surroundings {
  readonly files: WorkspaceFiles;
  readonly documents: () => OpenDocuments;
  readonly projects: Projects;
}

/** Parsed posts kept of those that are not open. */
const documentsKept = 200;

export function createFileTexts({
  files,
  documents,
  projects,
}: Surroundings): FileTexts {
  const parsed = new LRUCache<string, Document>({ max: documentsKept });
  let changes = 0;

  /** Not every client tells when a whole folder goes: a post that cannot be read is forgotten. */
  async function read(uri: string): Promise<string | undefined> {
    const text = await files.read(uri);
    if (text === undefined && !documents().get(uri))
      projects.of(uri).index.delete(uri);
    return text;
  }

  return {
    read,
    async documentOf(uri) {
      const known = documents().get(uri)?.document ?? parsed.get(uri);
      if (known) return known;
      const before = changes;
      const text = await read(uri);
      if (text === undefined) return undefined;
      const document = parse(text, syntaxOf(uri));
      // A text that was read while a file changed may be the former one.
      if (changes === before) parsed.set(uri, document);
      return document;
    },
    async linesOf(uri) {
      const known = documents().get(uri)?.document ?? parsed.get(uri);
      if (known) return known.lines;
      const text = await read(uri);
      return text === undefined ? undefined : indexLines(text);
    },
    changed(uri) {
      changes++;
      parsed.delete(uri);
    },
  };
}
