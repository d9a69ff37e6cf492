import type { TextEdit } from "vscode-languageserver-types";
import type { Span } from "../markdown/span.js";
import type { Post } from "../workspace/post.js";

/** The parts of an address of GitHub's as it stands in the text. */
export interface DestinationParts {
  /** `owner/repo` */
  readonly repository: Span;
  /** `pull`, `issues`, `discussions`, `commit`, … */
  readonly page: Span | undefined;
  /** The segment after it: a number, a commit. */
  readonly item: Span | undefined;
  /** More segments after that, with their slash, up to `?` or `#`; may be empty. */
  readonly rest: Span | undefined;
}

const address =
  /^(?:https?:\/\/)?[^/?#]+\/(?<repository>[^/?#]+\/[^/?#]+)(?:\/(?<page>[^/?#]+)\/(?<item>[^/?#]+)(?<rest>[^?#]*))?/di;

/** Undefined for what does not show its parts, such as one written with character references. */
export function destinationParts(
  { document }: Post,
  { start, end }: Span,
): DestinationParts | undefined {
  const found = address.exec(document.slice(start, end))?.indices?.groups;
  const part = (name: string): Span | undefined => {
    const place = found?.[name];
    return place && { start: start + place[0], end: start + place[1] };
  };
  const repository = part("repository");
  return (
    repository && {
      repository,
      page: part("page"),
      item: part("item"),
      rest: part("rest"),
    }
  );
}

export function replacement(
  { document }: Post,
  span: Span,
  newText: string,
): TextEdit {
  return { range: document.lines.rangeOf(span), newText };
}
