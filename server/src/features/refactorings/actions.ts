import {
  type CodeAction,
  type CodeActionKind,
  Range,
} from "vscode-languageserver-types";
import type { Cancellation } from "../../targets/github-port.js";
import type { FeatureContext } from "../context.js";
import type { Asked, Refactoring } from "./refactoring.js";
import { refactorings } from "./refactorings.js";

/** The refactorings as code actions; those that cost too much for a menu without their edits, where the client allows. */
export function refactoringActions(
  context: FeatureContext,
  range: Range,
  wants: (kind: CodeActionKind) => boolean,
): CodeAction[] {
  const { post, client } = context;
  const selected = post.document.lines.spanOf(range);
  return refactorings(context, selected, wants).flatMap((refactoring) => {
    const { kind, title } = refactoring;
    if (!("edits" in refactoring) && client.lazyActions)
      return { kind, title, data: { uri: post.uri, range } satisfies Chosen };
    const edits = editsNow(refactoring);
    return edits.length === 0
      ? []
      : { kind, title, edit: { changes: { [post.uri]: [...edits] } } };
  });
}

function editsNow(refactoring: Refactoring) {
  if ("edits" in refactoring) return refactoring.edits;
  return "make" in refactoring ? refactoring.make() : [];
}

/** What an action without edits carries: its kind says the rest. */
interface Chosen {
  readonly uri: string;
  readonly range: Range;
}

/** The post that an action without edits is about. */
export function uriOfAction({ data }: CodeAction): string | undefined {
  return chosenOf(data)?.uri;
}

/** The edits of an action that came without; none where the post has changed so that it no longer applies. */
export async function resolveRefactoring(
  context: Pick<FeatureContext, "post" | "github">,
  { kind, data }: CodeAction,
  signal: Cancellation,
): Promise<Asked> {
  const chosen = chosenOf(data);
  if (!chosen) return [];
  const selected = context.post.document.lines.spanOf(chosen.range);
  const [refactoring] = refactorings(
    context,
    selected,
    (offered) => offered === kind,
  );
  if (!refactoring) return [];
  return "ask" in refactoring ? refactoring.ask(signal) : editsNow(refactoring);
}

/** What a client sends back may be anything. */
function chosenOf(data: unknown): Chosen | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { uri, range }: Partial<Record<string, unknown>> = { ...data };
  return typeof uri === "string" && Range.is(range)
    ? { uri, range }
    : undefined;
}
