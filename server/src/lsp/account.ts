import type { GitHubClient, HostAccount as Known } from "../github/client.js";
import {
  type AccountChangedParams,
  accountChanged,
  type HostAccount,
  type TokenChangedParams,
  type TrustChangedParams,
  tokenChanged,
  trustChanged,
} from "../protocol/protocol.js";
import type { Tokens } from "./environment.js";
import type { Session } from "./session.js";

/** What should be a T; a client may leave out anything. */
type Sent<T> = Partial<T> | null;

/** Keeps GitHub's account as the client's sign-in, trust and settings say, and tells the client how it stands. */
export function followAccount({
  connection,
  client,
  tokens,
  github,
  posts,
  events,
}: Session): void {
  let trusted = client.options.trusted ?? true;
  let told = "";

  function enable(): void {
    github.setEnabled(trusted && posts.asksGitHub());
  }

  function tell(): void {
    const params = accountParams(github);
    const text = JSON.stringify(params);
    if (text === told) return;
    told = text;
    void connection.sendNotification(accountChanged, params);
  }

  connection.onNotification(
    tokenChanged,
    (params: Sent<TokenChangedParams>) => {
      const next = tokensOf(params ?? {}, tokens);
      github.setToken(next.token, next.publicToken);
      tell();
    },
  );
  connection.onNotification(
    trustChanged,
    (params: Sent<TrustChangedParams>) => {
      trusted = params?.trusted === true;
      enable();
      tell();
    },
  );
  events.postsChanged.add(() => {
    enable();
    tell();
  });
  events.initialized.add(tell);
  github.onChange(tell);
}

/** The client's tokens, which may be anything, else those of the environment. */
export function tokensOf(
  given: { readonly token?: unknown; readonly publicToken?: unknown },
  environment: Tokens,
): Tokens {
  const isToken = (value: unknown): value is string =>
    typeof value === "string" && value !== "";
  return {
    token: isToken(given.token) ? given.token : environment.token,
    publicToken: isToken(given.publicToken)
      ? given.publicToken
      : environment.publicToken,
  };
}

export function accountParams(
  github: Pick<GitHubClient, "accounts">,
): AccountChangedParams {
  return { accounts: github.accounts().map(hostAccount) };
}

function hostAccount({ host, account, requestsLeft }: Known): HostAccount {
  const { login, ...state } = { login: undefined, ...account };
  return {
    host,
    ...state,
    ...(login !== undefined && { login }),
    ...(requestsLeft && { requestsLeft }),
  };
}
