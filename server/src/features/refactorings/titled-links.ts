import type { TextEdit } from "vscode-languageserver-types";
import type { Link, Reference } from "../../markdown/document.js";
import { rewrite } from "../../markdown/edits/rewrite.js";
import { writeDestination } from "../../markdown/edits/write-definition.js";
import { writeText } from "../../markdown/edits/write-text.js";
import type { Span } from "../../markdown/span.js";
import { type Answer, isFailure } from "../../targets/github-port.js";
import type { Target } from "../../targets/target.js";
import { parseUrl } from "../../targets/url.js";
import type { Post } from "../../workspace/post.js";
import { plainLine } from "../escape.js";
import { targetName } from "../target-name.js";
import { keepsLinks } from "./keeps-links.js";
import { refactoringKinds } from "./kinds.js";
import { removeUnusedWithout } from "./left-unused.js";
import { type Refactor, selectedOf } from "./refactoring.js";

const titledKinds: readonly Target["kind"][] = [
  "pull",
  "issue",
  "discussion",
  "commit",
  "release",
];

/** A reference or bare URL becomes `[title](url)`, with the title that GitHub knows; the page says more than before. */
export const titledLinks: Refactor = ({ post, github }, selected) => {
  const [place] = selectedOf(placesOf(post), selected);
  if (!place) return [];
  const target = parseUrl(place.destination, post.settings.github.hosts);
  if (!titledKinds.includes(target.kind)) return [];
  const kind = refactoringKinds.toTitledLink;
  const known = titleIn(github.peek(target));
  if (known !== undefined) {
    const edits = writeTitled(post, place, known);
    const title = `Convert to link “${plainLine(known, 50)}”`;
    return edits.length > 0 ? [{ kind, title, edits }] : [];
  }
  if (github.account().state === "disabled") return [];
  return [
    {
      kind,
      title: `Convert to link with the title of ${targetName(target)}`,
      ask: async (signal) => {
        const title = titleIn(await github.status(target, signal));
        return title === undefined
          ? {
              problem: `GitHub gives no title of ${targetName(target)}. Point at the reference to see why.`,
            }
          : writeTitled(post, place, title);
      },
    },
  ];
};

interface Place {
  /** Of `[[x]]` the outer brackets, too. */
  readonly span: Span;
  readonly destination: string;
  readonly item: Reference | Link;
  readonly reference?: Reference;
}

function placesOf({ document: { references, links } }: Post): Place[] {
  return [
    ...references.flatMap((reference) => {
      const { span, bracketed, image, definition } = reference;
      if (!definition || image) return [];
      const outer = { start: span.start - 1, end: span.end + 1 };
      return {
        span: bracketed ? outer : span,
        destination: definition.destination,
        item: reference,
        reference,
      };
    }),
    ...links
      .filter(({ form }) => form !== "inline")
      .map((item) => ({
        item,
        span: item.span,
        destination: item.destination,
      })),
  ];
}

const longestTitle = 300;

function titleIn(answer: Answer | undefined): string | undefined {
  const result = answer?.result;
  if (!result || isFailure(result) || !("title" in result)) return undefined;
  const title = plainLine(result.title, longestTitle);
  return title === "" ? undefined : title;
}

function writeTitled(
  post: Post,
  { item, span, destination, reference }: Place,
  title: string,
): TextEdit[] {
  const { document } = post;
  const words = writeText(title, document.syntax);
  const text = `[${words}](${writeDestination(destination)})`;
  const { edits, document: changed } = rewrite(document, [
    { span, text },
    ...(reference ? removeUnusedWithout(document, [reference]) : []),
  ]);
  return keepsLinks(post, changed, { reworded: [{ span: item.span, words }] })
    ? edits
    : [];
}
