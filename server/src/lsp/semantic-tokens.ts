import type {
  Range,
  SemanticTokens,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from "vscode-languageserver";
import { semanticTokens } from "../features/semantic-tokens.js";
import { targetsOf, targetUses } from "../features/target-uses.js";
import type { Feature } from "./feature.js";
import { createRefresh } from "./refresh.js";
import { createShownStates } from "./shown-states.js";

/** Tokens of what is known at once, refreshed as hints are. */
export const semanticTokensFeature: Feature = (session) => {
  const { connection, client, handlers, posts, contextOf } = session;
  const tokens = connection.languages.semanticTokens;
  const refresh = client.refreshSemanticTokens
    ? createRefresh(session, () => tokens.refresh())
    : () => {};
  const shown = createShownStates(session, refresh);

  /** Without a range the tokens of the whole text. */
  async function answer(uri: string, range?: Range): Promise<SemanticTokens> {
    await posts.ready;
    const context = contextOf(uri);
    if (!context) return { data: [] };
    const { post, github } = context;
    const { text, lines } = post.document;
    const whole = { start: 0, end: text.length };
    const uses = targetUses(post, whole, { definitions: true });
    const targets = targetsOf(uses);
    // Without an account each target costs a request: hints ask for those that are visible.
    const ask = targets.filter(
      (target) => github.account(target).state === "signed-in",
    );
    const known = shown.show(uri, { github, targets, ask });
    const part = range ? lines.spanOf(range) : whole;
    return { data: semanticTokens(post.document, uses, part, known) };
  }

  tokens.on(
    handlers.forWorkspace<SemanticTokensParams, SemanticTokens>(
      { data: [] },
      ({ textDocument }) => answer(textDocument.uri),
    ),
  );
  tokens.onRange(
    handlers.forWorkspace<SemanticTokensRangeParams, SemanticTokens>(
      { data: [] },
      ({ textDocument, range }) => answer(textDocument.uri, range),
    ),
  );
};
