import {
  authentication,
  commands,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  window,
} from "vscode";
import type { TokenChangedParams } from "../../server/src/protocol/protocol.js";
import type { Access } from "./access.js";
import { type Account, createAccount } from "./account.js";
import type { Enterprise } from "./enterprise.js";

/** The user's GitHub accounts, by VS Code's own `github` and `github-enterprise` authentication. */
export interface SignIn {
  tokens(): TokenChangedParams;
  /**
   * Takes up the last sessions of the hosts that the settings name, without asking anything, and waits for that no longer
   * than a moment. To be called while no server runs that asks other hosts.
   */
  restore(): Promise<void>;
  /** Asks the user. The access may be given, otherwise that is asked, too. */
  ask(access?: Access): Promise<void>;
  switchAccount(): Promise<void>;
  signOut(): Promise<void>;
  /** The host does not take the token. */
  refused(host: string): void;
  onChange(listener: (tokens: TokenChangedParams) => void): Disposable;
}

/** A host, the provider of its sessions, and the user's account there. */
interface Desk extends Account {
  readonly host: string;
  readonly provider: "github" | "github-enterprise";
}

/** An editor without GitHub's provider answers only after seconds; nobody waits that long for their squiggles. */
const patience = 1_000;
const enterpriseUriSetting = "github-enterprise.uri";

export function createSignIn(
  context: ExtensionContext,
  enterprise: () => Enterprise | undefined,
): SignIn {
  const changed = new EventEmitter<TokenChangedParams>();
  const publicDesk = openDesk("github.com", "github");
  let enterpriseDesk: Desk | undefined;
  context.subscriptions.push(
    changed,
    authentication.onDidChangeSessions(({ provider }) => {
      for (const desk of desks())
        if (desk.provider === provider.id) void desk.restore();
    }),
  );
  return {
    tokens,
    async restore() {
      openEnterprise();
      const restored = Promise.all(desks().map((desk) => desk.restore()));
      await Promise.race([restored, delay(patience)]);
    },
    async ask(given) {
      const desk = await chooseDesk("Sign in to GitHub");
      const access = desk && (given ?? (await askAccess(desk.host)));
      if (access) await orSayWhyNot(desk.signIn(access));
    },
    async switchAccount() {
      const desk = await chooseDesk("Switch GitHub Account");
      if (desk) await orSayWhyNot(desk.switchTo());
    },
    async signOut() {
      const signedIn = desks().filter((desk) => desk.token() !== undefined);
      const desk = await chooseFrom(signedIn, "Sign out of GitHub");
      if (!desk) {
        if (signedIn.length === 0)
          void window.showInformationMessage("Weeknotes is not signed in.");
        return;
      }
      await desk.signOut();
      void window.showInformationMessage(
        `Weeknotes is signed out of ${desk.host} and has forgotten what only your account may see. VS Code stays signed in: see its Accounts menu.`,
      );
    },
    refused(host) {
      for (const desk of desks()) if (desk.host === host) desk.refused();
    },
    onChange: changed.event,
  };

  function openDesk(host: string, provider: Desk["provider"]): Desk {
    const key = provider === "github" ? "github.access" : `access ${host}`;
    const account = createAccount({
      getSession: (scopes, options) =>
        authentication.getSession(provider, scopes, options),
      recall: () => context.globalState.get(key),
      remember: (what) => context.globalState.update(key, what),
      changed: () => changed.fire(tokens()),
    });
    return { host, provider, ...account };
  }

  /** Not before the server is to ask another host: this one's token is for no other. */
  function openEnterprise(): void {
    const { host, canSignIn } = enterprise() ?? {};
    const named = canSignIn ? host : undefined;
    if (named === enterpriseDesk?.host) return;
    enterpriseDesk = named ? openDesk(named, "github-enterprise") : undefined;
    changed.fire(tokens());
  }

  function desks(): Desk[] {
    return enterpriseDesk ? [enterpriseDesk, publicDesk] : [publicDesk];
  }

  function tokens(): TokenChangedParams {
    return {
      token: enterpriseDesk?.token(),
      // github.com's: an enterprise's host must not get it.
      publicToken: publicDesk.token(),
    };
  }

  async function chooseDesk(title: string): Promise<Desk | undefined> {
    const known = desks();
    const { host, canSignIn } = enterprise() ?? {};
    const unknown = host && !canSignIn ? [{ host }] : [];
    const chosen = await chooseFrom([...unknown, ...known], title);
    if (!chosen || "provider" in chosen) return chosen;
    await explainEnterprise(chosen.host);
    return undefined;
  }
}

async function chooseFrom<T extends { readonly host: string }>(
  desks: readonly T[],
  title: string,
): Promise<T | undefined> {
  if (desks.length < 2) return desks[0];
  const picked = await window.showQuickPick(
    desks.map((desk) => ({ label: desk.host, desk })),
    { title: `Weeknotes: ${title}`, placeHolder: "On which host?" },
  );
  return picked?.desk;
}

async function explainEnterprise(host: string): Promise<void> {
  const open = "Open Setting";
  const picked = await window.showInformationMessage(
    `VS Code signs in to ${host} when its setting ${enterpriseUriSetting} is https://${host}. Set it, then sign in again.`,
    open,
  );
  if (picked === open)
    await commands.executeCommand(
      "workbench.action.openSettings",
      enterpriseUriSetting,
    );
}

async function orSayWhyNot(asked: Promise<void>): Promise<void> {
  await asked.catch((error: unknown) => {
    void window.showWarningMessage(
      `Weeknotes is not signed in to GitHub: ${messageOf(error)}`,
    );
  });
}

async function askAccess(host: string): Promise<Access | undefined> {
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
      title: `Weeknotes: Sign in to ${host}`,
      placeHolder: "Which repositories do your posts refer to?",
    },
  );
  return picked?.access;
}

const delay = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
