import type { Document } from "../markdown/document.js";
import { perChunk } from "../markdown/per-chunk.js";
import { onceFor } from "../markdown/remember.js";
import type { Span } from "../markdown/span.js";

/** One `<!-- weeknotes-disable… -->` comment; in front matter, where HTML has no place, `# weeknotes-disable…`. */
export interface Directive {
  readonly action: "disable" | "enable" | "disable-line" | "disable-next-line";
  /** None means all rules. */
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  readonly span: Span;
}

/** Answers whether a comment silences a rule at an offset. */
export type Suppressions = (ruleId: string, offset: number) => boolean;

/** What the comments of a post silence. A finding is where it begins. */
export function suppressions(document: Document): Suppressions {
  const regions = directives(document).flatMap((directive, index, all) => {
    const reach = reachOf(document, directive, all.slice(index + 1));
    return reach ? [{ ...reach, directive }] : [];
  });
  return (ruleId, offset) =>
    regions.some(
      ({ start, end, directive, except }) =>
        start <= offset &&
        offset < end &&
        names(directive, ruleId) &&
        !except.some(
          (enable) => enable.span.start <= offset && names(enable, ruleId),
        ),
    );
}

/** In document order. What follows `--` in a comment is its reason. */
export const directives = onceFor(readDirectives);

function readDirectives(document: Document): readonly Directive[] {
  const { frontMatter } = document;
  // YAML is not read where it cannot say anything.
  const inYaml =
    frontMatter &&
    document.slice(0, frontMatter.span.end).includes("weeknotes-")
      ? frontMatter.yaml.comments
      : [];
  const inText = commentsHere(document).flatMap(
    ({ chunk }) => document.chunks.at(chunk).comments,
  );
  return [...inYaml, ...inText].flatMap(({ span, value }) => {
    const match =
      /^\s*weeknotes-(disable-next-line|disable-line|disable|enable)(?=\s|$)/.exec(
        value,
      );
    if (!match) return [];
    const rest = value.slice(match[0].length).split(/(?:^|\s)--/, 1)[0] ?? "";
    const valueStart =
      span.start + document.slice(span.start, span.end).indexOf(value);
    const restStart = valueStart + match[0].length;
    return [
      {
        action: match[1] as Directive["action"],
        span,
        rules: [...rest.matchAll(/[^\s,]+/g)].map((id) => ({
          id: id[0],
          span: {
            start: restStart + id.index,
            end: restStart + id.index + id[0].length,
          },
        })),
      },
    ];
  });
}

/** The chunks with comments that may tell the rules something. */
const commentsHere = perChunk(
  ({ content }) =>
    content.comments.some(({ value }) => value.includes("weeknotes-")) ||
    undefined,
);

interface Reach extends Span {
  /** Comments after it that end it for the rules they name. */
  readonly except: readonly Directive[];
}

function reachOf(
  document: Document,
  directive: Directive,
  later: readonly Directive[],
): Reach | undefined {
  const { lines } = document;
  const firstLine = lines.positionAt(directive.span.start).line;
  const lastLine = lines.positionAt(directive.span.end).line;
  switch (directive.action) {
    case "enable":
      return undefined;
    case "disable":
      return {
        start: directive.span.end,
        end: document.length + 1,
        except: later.filter(({ action }) => action === "enable"),
      };
    case "disable-line":
      return {
        start: lines.line(firstLine).start,
        end: lines.line(lastLine).end + 1,
        except: [],
      };
    case "disable-next-line": {
      // MDX formatters leave a blank line after a comment.
      let next = lastLine + 1;
      while (next < lines.count - 1 && isBlank(document, lines.line(next)))
        next++;
      if (next >= lines.count) return undefined;
      const { start, end } = lines.line(next);
      return { start, end: end + 1, except: [] };
    }
  }
}

function names({ rules }: Directive, ruleId: string): boolean {
  return rules.length === 0 || rules.some(({ id }) => id === ruleId);
}

function isBlank(document: Document, { start, end }: Span): boolean {
  return /^[\s>]*$/.test(document.slice(start, end));
}
