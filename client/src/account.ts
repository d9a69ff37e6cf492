import { type Access, isAccess, scopesOf } from "./access.js";

/** What Weeknotes needs of one of VS Code's authentication providers, and of the memory across restarts. */
export interface AccountOptions {
  /** `authentication.getSession` of the provider; rejects where the user says no. */
  readonly getSession: (
    scopes: readonly string[],
    options: SessionOptions,
  ) => Thenable<{ readonly accessToken: string } | undefined>;
  /** What was remembered, which may be anything. */
  readonly recall: () => unknown;
  readonly remember: (what: Remembered) => Thenable<void>;
  /** Called when the token is another one. */
  readonly changed: () => void;
}

export interface SessionOptions {
  readonly silent?: boolean;
  readonly createIfNone?: boolean;
  readonly forceNewSession?: boolean;
  readonly clearSessionPreference?: boolean;
}

type Remembered = Access | "signed-out";

/** The user's account on one host. */
export interface Account {
  token(): string | undefined;
  /** Takes up the session there is, without asking anything. */
  restore(): Promise<void>;
  /** Asks the user; rejects where they say no. */
  signIn(access: Access): Promise<void>;
  /** Lets the user choose among their accounts, or sign in to another; rejects where they do not. */
  switchTo(): Promise<void>;
  /** Takes no session any more, until the user signs in by command. VS Code itself and other extensions keep theirs. */
  signOut(): Promise<void>;
  /** GitHub does not take the token: the next time somebody asks, the account has to prove itself anew. */
  refused(): void;
}

export function createAccount(options: AccountOptions): Account {
  let token: string | undefined;
  let refusedToken: string | undefined;
  /** Until the access that was asked for is remembered, a session read by the old one would be none. */
  let isAsking = false;
  /** Whether sessions changed meanwhile. */
  let isStale = false;
  /** Answers may come out of order: only that of the last question counts. */
  let questions = 0;

  async function restore(): Promise<void> {
    if (isAsking) {
      isStale = true;
      return;
    }
    const question = ++questions;
    const session = isSignedOut()
      ? undefined
      : await options
          .getSession(scopesOf(access()), { silent: true })
          .then(undefined, () => undefined);
    if (question === questions) use(session?.accessToken);
  }

  function isSignedOut(): boolean {
    return options.recall() === "signed-out";
  }

  function access(): Access {
    const remembered = options.recall();
    return isAccess(remembered) ? remembered : "public";
  }

  async function ask(wanted: Access, how: SessionOptions): Promise<void> {
    isAsking = true;
    try {
      const session = await options.getSession(scopesOf(wanted), how);
      if (!session) return;
      questions++;
      await options.remember(wanted);
      use(session.accessToken);
    } finally {
      isAsking = false;
      if (isStale) await restore();
      isStale = false;
    }
  }

  function use(next: string | undefined): void {
    if (next === token) return;
    token = next;
    options.changed();
  }

  return {
    token: () => token,
    restore,
    signIn(wanted) {
      const anew = token !== undefined && token === refusedToken;
      return ask(
        wanted,
        anew ? { forceNewSession: true } : { createIfNone: true },
      );
    },
    switchTo: () =>
      ask(access(), { clearSessionPreference: true, createIfNone: true }),
    async signOut() {
      questions++;
      const remembered = options.remember("signed-out");
      use(undefined);
      await remembered;
    },
    refused() {
      refusedToken = token;
    },
  };
}
