import {
  type AccountChangedParams,
  accountChanged,
  type TokenChangedParams,
  type TrustChangedParams,
  tokenChanged,
  trustChanged,
} from "../protocol/protocol.js";
import type { AccountState } from "../targets/github-port.js";
import type { Session } from "./session.js";

/** What should be a T; a client may leave out anything. */
type Sent<T> = Partial<T> | null;

/** Keeps GitHub's account as the client's sign-in, trust and settings say, and tells the client how it stands. */
export function followAccount({
  connection,
  client,
  environment,
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
    const params = paramsOf(github.account());
    const text = JSON.stringify(params);
    if (text === told) return;
    told = text;
    void connection.sendNotification(accountChanged, params);
  }

  connection.onNotification(
    tokenChanged,
    (params: Sent<TokenChangedParams>) => {
      const token: unknown = params?.token;
      github.setToken(
        typeof token === "string" && token !== "" ? token : environment.token,
      );
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

function paramsOf(account: AccountState): AccountChangedParams {
  if (account.state !== "signed-in") return account;
  const { state, login } = account;
  return login === undefined ? { state } : { state, login };
}
