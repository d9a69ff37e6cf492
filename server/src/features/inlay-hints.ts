import type { InlayHint } from "vscode-languageserver-types";
import type { Answer, Cancellation } from "../targets/github-port.js";
import type { Target } from "../targets/target.js";
import { parseUrl } from "../targets/url.js";
import type { Post } from "../workspace/post.js";
import { badgeOf } from "./badge.js";
import { hasStatus } from "./card.js";
import { type CardData, cardData } from "./card-data.js";
import type { FeatureContext } from "./context.js";
import { cardOf } from "./hover.js";
import type { TargetUse } from "./target-uses.js";

/** A badge with the state of its target behind each reference and link; `known` says what is known now. */
export function inlayHints(
  { uri, document: { lines }, settings }: Post,
  uses: readonly TargetUse[],
  known: (target: Target) => Answer | undefined,
): InlayHint[] {
  if (!settings.inlayHints) return [];
  return uses.flatMap(({ span, destination, target }) => {
    const badge = hasStatus(target) ? badgeOf(known(target)) : undefined;
    if (!badge) return [];
    const data: CardData = { uri, destination };
    return {
      position: lines.positionAt(span.end),
      label: badge.text,
      paddingLeft: true,
      data,
    };
  });
}

/** The hint with its target's card. */
export async function resolveInlayHint(
  context: FeatureContext,
  hint: InlayHint,
  signal: Cancellation,
): Promise<InlayHint> {
  const destination = cardData(hint)?.destination;
  if (destination === undefined) return hint;
  const { hosts } = context.post.settings.github;
  const target = parseUrl(destination, hosts);
  const value = await cardOf(context, target, signal);
  return { ...hint, tooltip: { kind: "markdown", value } };
}
