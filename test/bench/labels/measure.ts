import type {
  Definition,
  Document,
} from "../../../server/src/markdown/document.js";
import { parse } from "../../../server/src/markdown/parse.js";
import {
  readingFits,
  readLabel,
} from "../../../server/src/targets/label-styles.js";
import type { Target } from "../../../server/src/targets/target.js";
import {
  repositoryKey,
  sameItem,
} from "../../../server/src/targets/target-key.js";
import { parseUrl } from "../../../server/src/targets/url.js";
import { offersFor } from "../../../server/src/workspace/candidates.js";
import { factsOf } from "../../../server/src/workspace/facts.js";
import { createIndex } from "../../../server/src/workspace/index.js";
import { labelFor } from "../../../server/src/workspace/label-for.js";
import type { Post } from "../../../server/src/workspace/post.js";
import { defaultSettings } from "../../../server/src/workspace/settings.js";
import type { PostText } from "./posts.js";

/** What became of one definition that was hidden from its post and from the index. */
export interface Hidden {
  readonly path: string;
  readonly label: string;
  readonly destination: string;
  /** Whether the repository occurs in another post, or elsewhere in this one. */
  readonly known: boolean;
  /** Whether the label names something in the target at all: a number, a commit, a repository. */
  readonly readable: boolean;
  /** What is offered for the label, the first first. */
  readonly offered: readonly string[];
  /** At which place the target is among them; -1 if it is not. */
  readonly rank: number;
  /** Whether something was called certain that is another thing. */
  readonly wronglyCertain: boolean;
  /** The label that the post would be given for the target. */
  readonly predicted: string;
}

const settings = defaultSettings;
const { hosts } = settings.github;

/** Hides each definition that counts and leads to a place in a repository, and learns from all the rest. */
export function measure(posts: readonly PostText[]): Hidden[] {
  const index = createIndex(settings);
  const documents = posts.map(({ path, text }) => {
    const uri = `file:///${path}`;
    const document = parse(text);
    index.set(factsOf(uri, document, hosts));
    return { path, uri, document };
  });
  return documents.flatMap(({ path, uri, document }) =>
    [...document.defined.values()].flatMap((definition): Hidden[] => {
      const { label, destination } = definition;
      const target = parseUrl(destination, hosts);
      if (!("repo" in target)) return [];
      const without = hide(definition, document);
      const post: Post = {
        uri,
        document: without,
        settings,
        knowledge: index.knowledgeOf(uri, factsOf(uri, without, hosts)),
      };
      const candidates = offersFor(label, post);
      const isMeant = (other: Target) => sameItem(other, target);
      return [
        {
          path,
          label,
          destination,
          known: post.knowledge
            .repositories()
            .some((one) => repositoryKey(one) === repositoryKey(target)),
          readable: readLabel(label).some((reading) =>
            readingFits(reading, target, { alias: true }),
          ),
          offered: candidates.map((candidate) => candidate.destination),
          rank: candidates.findIndex((candidate) => isMeant(candidate.target)),
          wronglyCertain: candidates.some(
            (candidate) => candidate.certain && !isMeant(candidate.target),
          ),
          predicted: labelFor(target, post),
        },
      ];
    }),
  );
}

/** The document without one of its definitions, as far as the index, candidates and labels look at it. */
function hide(hidden: Definition, document: Document): Document {
  const definitions = document.definitions.filter(
    ({ key }) => key !== hidden.key,
  );
  const defined = new Map(document.defined);
  defined.delete(hidden.key);
  return {
    text: document.text,
    length: document.length,
    slice: (start, end) => document.slice(start, end),
    charAt: (offset) => document.charAt(offset),
    syntax: document.syntax,
    lines: document.lines,
    eol: document.eol,
    references: document.references,
    definitions,
    defined,
    links: document.links,
    latent: document.latent,
    headings: document.headings,
    frontMatter: document.frontMatter,
    blocks: document.blocks,
    comments: document.comments,
    chunks: document.chunks,
  };
}

/** How many of the definitions came out right. */
export function figures(hidden: readonly Hidden[]) {
  const count = (is: (one: Hidden) => boolean) => hidden.filter(is).length;
  return {
    style: count(({ predicted, label }) => predicted === label),
    offered: count(({ rank }) => rank >= 0),
    first: count(({ rank }) => rank === 0),
    wronglyCertain: count(({ wronglyCertain }) => wronglyCertain),
  };
}
