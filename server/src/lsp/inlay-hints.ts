import type { Range } from "vscode-languageserver";
import { cardData } from "../features/card-data.js";
import type { FeatureContext } from "../features/context.js";
import { inlayHints, resolveInlayHint } from "../features/inlay-hints.js";
import { targetsOf, targetUses } from "../features/target-uses.js";
import type { Target } from "../targets/target.js";
import type { Feature } from "./feature.js";
import { createRefresh } from "./refresh.js";
import { createShownStates } from "./shown-states.js";

/** Hints from what is known at once; what arrives later refreshes them, unless the author is typing. */
export const inlayHintFeature: Feature = (session) => {
  const { connection, client, handlers, posts, events, contextOf } = session;
  const refresh = client.refreshInlayHints
    ? createRefresh(session, () => connection.languages.inlayHint.refresh())
    : () => {};
  const shown = createShownStates(session, refresh);
  // The setting may be another one now.
  events.postsChanged.add(refresh);

  connection.languages.inlayHint.on(
    handlers.forWorkspace([], async ({ textDocument: { uri }, range }) => {
      await posts.ready;
      const context = contextOf(uri);
      if (!context?.post.settings.inlayHints) return [];
      const { post, github } = context;
      const known = shown.show(uri, github, targetsToAsk(context, range));
      return inlayHints(post, range, known);
    }),
  );
  connection.languages.inlayHint.resolve((hint, token) =>
    handlers.forWorkspace(hint, (_, signal) => {
      const context = contextOf(cardData(hint)?.uri ?? "");
      return context ? resolveInlayHint(context, hint, signal) : hint;
    })(hint, token),
  );
  return { inlayHintProvider: { resolveProvider: true } };
};

/** What is visible first; for an account the rest of the post goes into the same request. */
function targetsToAsk(
  { post, github }: FeatureContext,
  range: Range,
): Target[] {
  const { text, lines } = post.document;
  const visible = targetUses(post, lines.spanOf(range));
  return github.account().state === "signed-in"
    ? targetsOf([
        ...visible,
        ...targetUses(post, { start: 0, end: text.length }),
      ])
    : targetsOf(visible);
}
