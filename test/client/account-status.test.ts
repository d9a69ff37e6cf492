import { expect, test } from "vitest";
import { accountStatus } from "../../client/src/account-status.js";
import type { HostAccount } from "../../server/src/protocol/protocol.js";

const trusted = { trusted: true, formatTime: () => "14:05" };

const status = (...accounts: readonly Partial<HostAccount>[]) =>
  accountStatus(
    {
      accounts: accounts.map((account) => ({
        host: "github.com",
        state: "anonymous",
        ...account,
      })),
    },
    trusted,
  );

function check(
  account: Omit<HostAccount, "host">,
  expected: { text: string; tooltip: string; warning: boolean },
  surroundings = trusted,
): void {
  const accounts = [{ host: "github.com", ...account }];
  expect(accountStatus({ accounts }, surroundings)).toEqual(expected);
}

test("signed in as somebody", () => {
  check(
    { state: "signed-in", login: "octocat" },
    {
      text: "$(github) octocat",
      tooltip: "Signed in to GitHub as octocat.",
      warning: false,
    },
  );
});

test("signed in, before GitHub has said as whom", () => {
  check(
    { state: "signed-in" },
    {
      text: "$(github) Signed in",
      tooltip: "Signed in to GitHub.",
      warning: false,
    },
  );
});

test("anonymous", () => {
  check(
    { state: "anonymous" },
    {
      text: "$(github) Anonymous",
      tooltip:
        "Not signed in to GitHub: public repositories only, 60 requests an hour.",
      warning: false,
    },
  );
});

test("a sign-in that GitHub refuses", () => {
  check(
    { state: "unauthorized" },
    {
      text: "$(github) Sign in again",
      tooltip: "GitHub does not accept the sign-in any more.",
      warning: true,
    },
  );
});

test("a used-up limit says until when", () => {
  check(
    { state: "rate-limited", until: 1_660_000_000_000 },
    {
      text: "$(watch) GitHub limit until 14:05",
      tooltip:
        "GitHub's request limit is used up: known statuses stay, new ones wait until 14:05.",
      warning: true,
    },
  );
});

test("a used-up limit without an end", () => {
  check(
    { state: "rate-limited" },
    {
      text: "$(watch) GitHub limit",
      tooltip:
        "GitHub's request limit is used up: known statuses stay, new ones wait.",
      warning: true,
    },
  );
});

test("offline says why", () => {
  check(
    { state: "offline", detail: "getaddrinfo ENOTFOUND api.github.com" },
    {
      text: "$(debug-disconnect) GitHub offline",
      tooltip: "GitHub cannot be reached: getaddrinfo ENOTFOUND api.github.com",
      warning: true,
    },
  );
});

test("turned off by the user", () => {
  check(
    { state: "disabled" },
    {
      text: "$(circle-slash) GitHub off",
      tooltip:
        "Statuses from GitHub are turned off by the setting `weeknotes.github.enabled`.",
      warning: false,
    },
  );
});

test("off because the workspace is not trusted", () => {
  check(
    { state: "disabled" },
    {
      text: "$(circle-slash) GitHub off",
      tooltip: "In an untrusted workspace no request is made to GitHub.",
      warning: false,
    },
    { ...trusted, trusted: false },
  );
});

test("how many requests are left is said where there are some to speak of", () => {
  const requestsLeft = { remaining: 4990, limit: 5000, resetAt: 7 };
  check(
    { state: "signed-in", login: "octocat", requestsLeft },
    {
      text: "$(github) octocat",
      tooltip:
        "Signed in to GitHub as octocat. 4990 of 5000 requests are left until 14:05.",
      warning: false,
    },
  );
  const limited = { state: "rate-limited", until: 7 } as const;
  expect(status({ ...limited, requestsLeft })).toEqual(status(limited));
});

test("an enterprise's host has its name", () => {
  expect(status({ host: "github.example.com", state: "signed-in" })).toEqual({
    text: "$(github) Signed in",
    tooltip: "Signed in to github.example.com.",
    warning: false,
  });
});

test("beside an enterprise's host github.com is told of, and what is in trouble is shown", () => {
  const enterprise = {
    host: "github.example.com",
    state: "signed-in",
    login: "octocat",
  } as const;
  expect(status(enterprise, {})).toEqual({
    text: "$(github) octocat",
    tooltip:
      "Signed in to github.example.com as octocat.\nNot signed in to github.com: public repositories only, 60 requests an hour.",
    warning: false,
  });
  expect(status(enterprise, { state: "unauthorized" })).toEqual({
    text: "$(github) Sign in again",
    tooltip:
      "Signed in to github.example.com as octocat.\ngithub.com does not accept the sign-in any more.",
    warning: true,
  });
});

test("both are off at once", () => {
  const off = { state: "disabled" } as const;
  expect(status({ ...off, host: "github.example.com" }, off)).toEqual(
    status(off),
  );
});

test("of no host nothing is shown", () => {
  expect(status()).toBeUndefined();
});
