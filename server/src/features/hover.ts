import type { Hover, Position } from "vscode-languageserver-types";
import type { Reference } from "../markdown/document.js";
import type { Span } from "../markdown/span.js";
import {
  type Answer,
  type Cancellation,
  isFailure,
} from "../targets/github-port.js";
import { looksLikeReference } from "../targets/reference-shape.js";
import type { ItemComment } from "../targets/status.js";
import type { Target } from "../targets/target.js";
import { offersFor } from "../workspace/candidates.js";
import type { Post } from "../workspace/post.js";
import { alsoIn } from "./also-in.js";
import { card, hasStatus } from "./card.js";
import type { FeatureContext } from "./context.js";
import { code, escapeText, plainLine } from "./escape.js";
import { frontMatterCard } from "./front-matter-hover.js";
import { targetAt, undefinedReferenceAt } from "./target-at.js";

/** How long a reader may look at nothing, in milliseconds. */
const patience = 1500;

export async function hover(
  context: FeatureContext,
  position: Position,
  signal: Cancellation,
): Promise<Hover | undefined> {
  const { post } = context;
  const matter = frontMatterCard(post, post.document.lines.offsetAt(position));
  if (matter) return answer(context, matter.span, matter.value);
  const found = targetAt(post, position);
  if (found) {
    const value = await cardOf(context, found.target, signal);
    return answer(context, found.span, value);
  }
  const dangling = undefinedReferenceAt(post.document, position);
  if (!dangling) return undefined;
  const { span, reference } = dangling;
  if (isProse(reference, post)) return undefined;
  const value = await undefinedCard(context, reference.label, signal);
  return answer(context, span, value);
}

/** The card of a target as Markdown, with what is known by now or within a moment. */
export async function cardOf(
  context: FeatureContext,
  target: Target,
  signal: Cancellation,
): Promise<string> {
  const { now, client, github } = context;
  const [known, comment, seen] = await Promise.all([
    knownOf(context, target, signal),
    commentOf(context, target, signal),
    alsoIn(target, context, signal),
  ]);
  const view = { now, client, account: github.account(target) };
  return [card(target, known, view, comment), ...(seen ? [seen] : [])].join(
    "\n\n",
  );
}

async function commentOf(
  { github, delay }: FeatureContext,
  target: Target,
  signal: Cancellation,
): Promise<ItemComment | undefined> {
  if (!("suffix" in target) || target.suffix === "") return undefined;
  const inTime = delay(patience, signal).then(() => undefined);
  return Promise.race([github.comment(target), inTime]);
}

async function knownOf(
  { github, delay }: FeatureContext,
  target: Target,
  signal: Cancellation,
): Promise<Answer | undefined> {
  if (!hasStatus(target) || github.account().state === "disabled")
    return undefined;
  const known = github.peek(target);
  // Not cancelled with this question: the answer is wanted for the next one, and by the squiggles and the preview.
  const asked = github.status(target);
  if (known && !isFailure(known.result)) return known;
  const inTime = delay(patience, signal).then(() => undefined);
  return (await Promise.race([asked, inTime])) ?? github.peek(target);
}

/** `[sic]`: brackets that the author means as brackets. */
function isProse(
  { form, bracketed, label }: Reference,
  { knowledge }: Post,
): boolean {
  return (
    form === "shortcut" &&
    !bracketed &&
    !looksLikeReference(label, (name) => knowledge.knowsRepository(name))
  );
}

/** What an undefined label lacks, and what would be added for it. */
async function undefinedCard(
  context: FeatureContext,
  label: string,
  signal: Cancellation,
): Promise<string> {
  const name = code(plainLine(label, 120));
  const [best] = offersFor(label, context.post);
  if (!best) {
    return `${name} has no definition, and no post of this workspace says what it means. A quick fix asks for its URL.`;
  }
  const definition = code(
    `[${plainLine(label, 120)}]: ${plainLine(best.destination, 200)}`,
  );
  const reason = escapeText(plainLine(best.reason, 200));
  const offer =
    best.by === "words"
      ? "A quick fix adds one, if this is meant"
      : "A quick fix adds one";
  return `${name} has no definition. ${offer} (${reason}):

${definition}

---

${await cardOf(context, best.target, signal)}`;
}

function answer({ post }: FeatureContext, span: Span, value: string): Hover {
  return {
    contents: { kind: "markdown", value },
    range: post.document.lines.rangeOf(span),
  };
}
