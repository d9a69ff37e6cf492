import { cardData } from "../features/card-data.js";
import { inlayHints, resolveInlayHint } from "../features/inlay-hints.js";
import { targetsOf, targetUses } from "../features/target-uses.js";
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
      const { length, lines } = post.document;
      const uses = targetUses(post, lines.spanOf(range));
      const visible = targetsOf(uses);
      // With an account one request has room for the whole post; without one each target costs one of the hour's few.
      const all = targetUses(post, { start: 0, end: length });
      const rest = targetsOf(all).filter(
        (target) => github.account(target).state === "signed-in",
      );
      const ask = [...visible, ...rest];
      const known = shown.show(uri, { github, targets: visible, ask });
      return inlayHints(post, uses, known);
    }),
  );
  connection.languages.inlayHint.resolve((hint, token) =>
    handlers.forWorkspace(hint, (_, signal) => {
      const context = contextOf(cardData(hint)?.uri ?? "");
      return context ? resolveInlayHint(context, hint, signal) : hint;
    })(hint, token),
  );
};
