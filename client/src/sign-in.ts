import {
  type AuthenticationSession,
  authentication,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  window,
} from "vscode";
import { type Access, isAccess, scopesOf } from "./access.js";

/** The user's GitHub account, by VS Code's own `github` authentication. */
export interface SignIn {
  token(): string | undefined;
  /** Takes up the last session without asking anything, and waits for that no longer than a moment. */
  restore(): Promise<void>;
  /** Asks the user. The access may be given, otherwise that is asked, too. */
  ask(access?: Access): Promise<void>;
  /** GitHub does not take the token: the next time somebody asks, the account has to prove itself anew. */
  refused(): void;
  onChange(listener: (token: string | undefined) => void): Disposable;
}

/** An editor without GitHub's provider answers only after seconds; nobody waits that long for their squiggles. */
const patience = 1_000;
const accessKey = "github.access";

export function createSignIn(context: ExtensionContext): SignIn {
  const changed = new EventEmitter<string | undefined>();
  let token: string | undefined;
  let refusedToken: string | undefined;
  /** Until the access that was asked for is remembered, a session read by the old one would be none. */
  let isAsking = false;
  /** Answers may come out of order: only that of the last question counts. */
  let questions = 0;
  context.subscriptions.push(
    changed,
    authentication.onDidChangeSessions(({ provider }) => {
      if (provider.id === "github" && !isAsking) void readSession();
    }),
  );
  return {
    token: () => token,
    restore: () => Promise.race([readSession(), delay(patience)]),
    ask,
    refused: () => {
      refusedToken = token;
    },
    onChange: changed.event,
  };

  function rememberedAccess(): Access {
    const remembered = context.globalState.get(accessKey);
    return isAccess(remembered) ? remembered : "public";
  }

  async function readSession(): Promise<void> {
    const question = ++questions;
    const session = await authentication
      .getSession("github", scopesOf(rememberedAccess()), { silent: true })
      .then(undefined, () => undefined);
    if (question === questions) use(session?.accessToken);
  }

  async function ask(given?: Access): Promise<void> {
    const access = given ?? (await askAccess());
    if (!access) return;
    isAsking = true;
    const session = await askSession(access);
    if (session) {
      questions++;
      await context.globalState.update(accessKey, access);
      use(session.accessToken);
    }
    isAsking = false;
  }

  async function askSession(
    access: Access,
  ): Promise<AuthenticationSession | undefined> {
    const anew = token !== undefined && token === refusedToken;
    const session = await authentication
      .getSession(
        "github",
        scopesOf(access),
        anew ? { forceNewSession: true } : { createIfNone: true },
      )
      .then(undefined, (error: unknown) => {
        void window.showWarningMessage(
          `Weeknotes is not signed in to GitHub: ${messageOf(error)}`,
        );
      });
    return session ?? undefined;
  }

  function use(next: string | undefined): void {
    if (next === token) return;
    token = next;
    changed.fire(next);
  }
}

async function askAccess(): Promise<Access | undefined> {
  const picked = await window.showQuickPick(
    [
      {
        access: "public",
        label: "Public repositories",
        detail: "Asks GitHub for no permission: what everyone can see.",
      },
      {
        access: "private",
        label: "Public and private repositories",
        detail:
          "Asks for GitHub's `repo` scope, the only one that shows private repositories. Weeknotes reads and never writes.",
      },
    ] as const,
    {
      title: "Weeknotes: Sign in to GitHub",
      placeHolder: "Which repositories do your posts refer to?",
    },
  );
  return picked?.access;
}

const delay = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
