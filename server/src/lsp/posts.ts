import type { Knowledge } from "../workspace/knowledge.js";
import type { Post } from "../workspace/post.js";
import { defaultSettings } from "../workspace/settings.js";
import type { OpenDocument } from "./documents.js";

/** The posts of the workspace, open and on disk. */
export interface Posts {
  /** An open text with what is known around it now. */
  postOf(open: OpenDocument): Post;
}

const nothingKnown: Knowledge = {
  definitionsOf: () => [],
  definitions: () => [],
  repositories: () => [],
  repositoriesNamed: () => [],
  repositoriesForBareNumber: () => [],
};

export function createPosts(): Posts {
  return {
    postOf: ({ uri, document }) => ({
      uri,
      document,
      knowledge: nothingKnown,
      settings: defaultSettings,
    }),
  };
}
