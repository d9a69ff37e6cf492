import type { CodeActionKind, TextEdit } from "vscode-languageserver-types";
import { contains, overlaps, type Span, touches } from "../../markdown/span.js";
import type { Cancellation } from "../../targets/github-port.js";
import type { FeatureContext } from "../context.js";

/** A change of the post that an author asks for by name. It is offered only where it does something. */
export type Refactoring = {
  readonly kind: CodeActionKind;
  readonly title: string;
} & (
  | { readonly edits: readonly TextEdit[] }
  /** For what costs too much for a menu: made when the author has chosen it. */
  | { readonly make: () => readonly TextEdit[] }
  /** For what GitHub has to be asked. */
  | { readonly ask: (signal: Cancellation) => Promise<Asked> }
);

export type Asked = readonly TextEdit[] | { readonly problem: string };

/**
 * What can be done with what is selected; an empty span is a cursor. At most one of its refactorings comes without edits,
 * so that its kind and the place name it.
 */
export type Refactor = (
  context: Pick<FeatureContext, "post" | "github">,
  selected: Span,
) => Refactoring[];

/** Whether something is meant by a selection that holds a part of it, or a cursor in it or beside it. */
export function isSelected(span: Span, selected: Span): boolean {
  return selected.start === selected.end
    ? touches(span, selected.start)
    : overlaps(span, selected);
}

/** What is selected; under a cursor that touches several things, the innermost and first of them. */
export function selectedOf<T extends { readonly span: Span }>(
  items: readonly T[],
  selected: Span,
): T[] {
  const found = items.filter(({ span }) => isSelected(span, selected));
  if (selected.start !== selected.end) return found;
  const innermost = found.filter(
    ({ span }) =>
      !found.some((other) => other.span !== span && contains(span, other.span)),
  );
  return innermost.slice(0, 1);
}
