import { around } from "../markdown/around.js";
import { overlaps, type Span } from "../markdown/span.js";
import type { Target } from "../targets/target.js";
import { targetKey } from "../targets/target-key.js";
import { parseUrl } from "../targets/url.js";
import type { Post } from "../workspace/post.js";
import { hasStatus } from "./card.js";

/** What stands in the text and leads somewhere. */
export interface TargetUse {
  /** All of it; of `[[x]]` the outer brackets too. */
  readonly span: Span;
  /** What the eye rests on: the label of a reference or definition, the text of a link. */
  readonly textSpan: Span;
  readonly destination: string;
  readonly target: Target;
}

interface Options {
  /** Whether definitions are wanted, too. */
  readonly definitions?: boolean;
}

/** The references and links that share a character with `within`, in document order. Images show their own thing. */
export function targetUses(
  { document, settings }: Pick<Post, "document" | "settings">,
  within: Span,
  { definitions: withDefinitions = false }: Options = {},
): TargetUse[] {
  const { references, links, definitions } = around(document, within);
  const uses = [
    ...references.flatMap(({ definition, bracketed, image, ...reference }) =>
      definition && !image
        ? {
            span: bracketed ? widened(reference.span) : reference.span,
            textSpan: reference.labelSpan,
            destination: definition.destination,
          }
        : [],
    ),
    ...links.filter(({ image }) => !image),
    ...(withDefinitions
      ? definitions.map(({ labelSpan, ...definition }) => ({
          ...definition,
          textSpan: labelSpan,
        }))
      : []),
  ];
  return uses
    .filter(({ span }) => overlaps(span, within))
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, textSpan, destination }) => ({
      span,
      textSpan,
      destination,
      target: parseUrl(destination, settings.github.hosts),
    }));
}

function widened({ start, end }: Span): Span {
  return { start: start - 1, end: end + 1 };
}

/** What GitHub can be asked for, each once. */
export function targetsOf(uses: readonly TargetUse[]): Target[] {
  const targets = uses.map(({ target }) => target).filter(hasStatus);
  return [...new Map(targets.map((to) => [targetKey(to), to])).values()];
}
