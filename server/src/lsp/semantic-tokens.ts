import type {
  Range,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from "vscode-languageserver";
import { semanticTokens, tokenEdits } from "../features/semantic-tokens.js";
import { targetsOf, targetUses } from "../features/target-uses.js";
import type { Feature } from "./feature.js";
import { createRefresh } from "./refresh.js";
import { createShownStates } from "./shown-states.js";
import { normalizeUri } from "./uris.js";

/** Tokens of what is known at once, refreshed as hints are. */
export const semanticTokensFeature: Feature = (session) => {
  const { connection, client, handlers, posts, events, contextOf } = session;
  const tokens = connection.languages.semanticTokens;
  const refresh = client.refreshSemanticTokens
    ? createRefresh(session, () => tokens.refresh())
    : () => {};
  const shown = createShownStates(session, refresh);

  /** Without a range the tokens of the whole text. */
  async function tokensOf(uri: string, range?: Range): Promise<number[]> {
    await posts.ready;
    const context = contextOf(uri);
    if (!context) return [];
    const { post, github } = context;
    const { length, lines } = post.document;
    const whole = { start: 0, end: length };
    const uses = targetUses(post, whole, { definitions: true });
    const targets = targetsOf(uses);
    // Without an account each target costs a request: hints ask for those that are visible.
    const ask = targets.filter(
      (target) => github.account(target).state === "signed-in",
    );
    const known = shown.show(uri, { github, targets, ask });
    const part = range ? lines.spanOf(range) : whole;
    return semanticTokens(post.document, uses, part, known);
  }

  /** The last answers for whole texts, of which the next may tell what is another: by `normalizeUri`. */
  const last = new Map<
    string,
    { readonly id: string; readonly data: readonly number[] }
  >();
  let ids = 0;
  events.documentClosed.add((uri) => last.delete(normalizeUri(uri)));

  async function lookAt(spelledUri: string) {
    const data = await tokensOf(spelledUri);
    const uri = normalizeUri(spelledUri);
    const before = last.get(uri);
    const edits = before && tokenEdits(before.data, data);
    const isSame = edits?.length === 0;
    const resultId = before && isSame ? before.id : String(++ids);
    last.set(uri, { id: resultId, data });
    return { resultId, data, edits, previous: before?.id };
  }

  tokens.on(
    handlers.forWorkspace<SemanticTokensParams, SemanticTokens>(
      { data: [] },
      async ({ textDocument: { uri } }) => {
        if (!client.semanticTokensDelta) return { data: await tokensOf(uri) };
        const { resultId, data } = await lookAt(uri);
        return { resultId, data };
      },
    ),
  );
  if (client.semanticTokensDelta)
    tokens.onDelta(
      handlers.forWorkspace<
        SemanticTokensDeltaParams,
        SemanticTokens | SemanticTokensDelta
      >({ data: [] }, async ({ textDocument, previousResultId }) => {
        const { resultId, data, edits, previous } = await lookAt(
          textDocument.uri,
        );
        return edits && previous === previousResultId
          ? { resultId, edits }
          : { resultId, data };
      }),
    );
  tokens.onRange(
    handlers.forWorkspace<SemanticTokensRangeParams, SemanticTokens>(
      { data: [] },
      async ({ textDocument, range }) => ({
        data: await tokensOf(textDocument.uri, range),
      }),
    ),
  );
};
