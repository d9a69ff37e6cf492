import { lookUp } from "../rules/online.js";
import type { Session } from "./session.js";
import { normalizeUri } from "./uris.js";

/** How long an author must pause before GitHub is asked of what was written, in milliseconds. */
const pause = 300;

/** Asks GitHub of what the open posts name: when one is opened or changed, and when the account or a setting changes. */
export function followTargets(session: Session): void {
  const { documents, posts, github, events, contextOf, logError } = session;
  /** By open post: the wait before its question, and the question. */
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const running = new Map<string, AbortController>();
  let account = accountOf(session);

  function askSoon(spelledUri: string): void {
    const uri = normalizeUri(spelledUri);
    stop(uri);
    waiting.set(
      uri,
      setTimeout(() => {
        waiting.delete(uri);
        askNow(uri);
      }, pause),
    );
  }

  function askNow(uri: string): void {
    const controller = new AbortController();
    running.set(uri, controller);
    ask(uri, controller.signal)
      .catch(logError)
      .finally(() => {
        if (running.get(uri) === controller) running.delete(uri);
      });
  }

  function stop(uri: string): void {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
    running.get(uri)?.abort();
    running.delete(uri);
  }

  async function ask(uri: string, signal: AbortSignal): Promise<void> {
    await posts.ready;
    const context = signal.aborted ? undefined : contextOf(uri);
    if (context?.post.online)
      await lookUp(context.post, context.github, signal);
  }

  function askOfAll(): void {
    for (const { uri } of documents.all()) {
      const key = normalizeUri(uri);
      if (!waiting.has(key) && !running.has(key)) askSoon(uri);
    }
  }

  events.documentChanged.add(askSoon);
  events.documentClosed.add((uri) => stop(normalizeUri(uri)));
  events.postsChanged.add(askOfAll);
  github.onChange(() => {
    const now = accountOf(session);
    if (now === account) return;
    account = now;
    askOfAll();
  });
}

function accountOf({ github }: Session): string {
  const account = github.account();
  return account.state === "signed-in"
    ? `${account.state} ${account.login}`
    : account.state;
}
