import type {
  AccountChangedParams,
  HostAccount,
} from "../../server/src/protocol/protocol.js";

/** What the status bar shows of the accounts. */
export interface AccountStatus {
  /** With VS Code's `$(icon)`s. */
  readonly text: string;
  /** Plain sentences. */
  readonly tooltip: string;
  readonly warning: boolean;
}

export interface AccountSurroundings {
  readonly trusted: boolean;
  /** `14:05`, in the user's own time zone and language. */
  readonly formatTime: (milliseconds: number) => string;
}

/** Shows the host that is in trouble, else the first; tells of all. Undefined where there is none. */
export function accountStatus(
  { accounts }: AccountChangedParams,
  surroundings: AccountSurroundings,
): AccountStatus | undefined {
  const [only] = accounts;
  const isOne = accounts.length === 1 || only?.state === "disabled";
  const told = isOne && only ? [only] : accounts;
  const statuses = told.map((account) => {
    const isGitHubAlone = isOne && account.host === "github.com";
    const name = isGitHubAlone ? "GitHub" : account.host;
    const status = statusOf(account, name, surroundings);
    const left = requestsLeft(account, surroundings);
    return left ? { ...status, tooltip: `${status.tooltip} ${left}` } : status;
  });
  const shown = statuses.find(({ warning }) => warning) ?? statuses[0];
  return (
    shown && {
      ...shown,
      tooltip: statuses.map(({ tooltip }) => tooltip).join("\n"),
    }
  );
}

/** Where a limit is hit, its own sentence says when it is over. */
function requestsLeft(
  { state, requestsLeft: left }: HostAccount,
  { formatTime }: AccountSurroundings,
): string | undefined {
  if (!left || (state !== "signed-in" && state !== "anonymous"))
    return undefined;
  const { remaining, limit, resetAt } = left;
  return `${remaining} of ${limit} requests are left until ${formatTime(resetAt)}.`;
}

function statusOf(
  account: HostAccount,
  name: string,
  { trusted, formatTime }: AccountSurroundings,
): AccountStatus {
  switch (account.state) {
    case "signed-in":
      return {
        text: `$(github) ${account.login ?? "Signed in"}`,
        tooltip: account.login
          ? `Signed in to ${name} as ${account.login}.`
          : `Signed in to ${name}.`,
        warning: false,
      };
    case "anonymous":
      return {
        text: "$(github) Anonymous",
        tooltip: `Not signed in to ${name}: public repositories only, 60 requests an hour.`,
        warning: false,
      };
    case "unauthorized":
      return {
        text: "$(github) Sign in again",
        tooltip: `${name} does not accept the sign-in any more.`,
        warning: true,
      };
    case "rate-limited": {
      const until =
        account.until === undefined
          ? ""
          : ` until ${formatTime(account.until)}`;
      return {
        text: `$(watch) GitHub limit${until}`,
        tooltip: `${name}'s request limit is used up: known statuses stay, new ones wait${until}.`,
        warning: true,
      };
    }
    case "offline":
      return {
        text: "$(debug-disconnect) GitHub offline",
        tooltip: `${name} cannot be reached${account.detail ? `: ${account.detail}` : "."}`,
        warning: true,
      };
    case "disabled":
      return {
        text: "$(circle-slash) GitHub off",
        tooltip: trusted
          ? "Statuses from GitHub are turned off by the setting `weeknotes.github.enabled`."
          : "In an untrusted workspace no request is made to GitHub.",
        warning: false,
      };
  }
}
