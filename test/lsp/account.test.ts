import { expect, test } from "vitest";
import type {
  CompletionItem,
  CompletionList,
  Hover,
} from "vscode-languageserver-protocol";
import type { GitHubOptions } from "../../server/src/github/client.js";
import type { AccountState } from "../../server/src/targets/github-port.js";
import { fakeGitHub } from "../features/fake-github.js";
import { pull } from "../features/statuses.js";
import { connect, until, uri } from "./connect.js";

const address = "https://github.com/input-output-hk/cardano-node/pull/4489";
const text = `[[node]]\n\n[node]: ${address}\n`;
const onLabel = { textDocument: { uri }, position: { line: 0, character: 3 } };

test("a hover shows what GitHub says", async () => {
  const { open, request } = await connect({
    github: fakeGitHub({ answers: { [address]: pull } }),
  });
  await open(text);
  const hover = await request<Hover>("textDocument/hover", onLabel);
  expect(JSON.stringify(hover.contents)).toContain(pull.title.slice(0, 11));
});

test("completion offers labels, and its items get their cards later", async () => {
  const { open, request } = await connect({
    github: fakeGitHub({ answers: { [address]: pull } }),
  });
  await open(`[[\n\n[node]: ${address}\n`);
  const { items } = await request<CompletionList>("textDocument/completion", {
    textDocument: { uri },
    position: { line: 0, character: 2 },
  });
  const item = items.find(({ label }) => label === "node");
  expect(item?.documentation).toBeUndefined();
  const resolved = await request<CompletionItem>(
    "completionItem/resolve",
    item ?? {},
  );
  expect(JSON.stringify(resolved.documentation)).toContain("acceptors");
});

test("GitHub is not asked for posts whose settings say so", async () => {
  const github = fakeGitHub({ answers: { [address]: pull } });
  const enabled: boolean[] = [];
  const { open, request } = await connect({
    settings: () => ({ github: { enabled: false } }),
    github: { ...github, setEnabled: (on) => enabled.push(on) },
  });
  await until(
    () => enabled,
    (all) => all.at(-1) === false,
  );
  await open(text);
  await request("textDocument/hover", onLabel);
  expect(github.asked).toEqual([]);
});

test("the token, the address and the trust are the client's, else the environment's", async () => {
  const given: GitHubOptions[] = [];
  const environment = {
    github: (options: GitHubOptions) => {
      given.push(options);
      return {
        ...fakeGitHub(),
        setToken() {},
        setEnabled() {},
        accounts: () => [],
        flush: async () => {},
      };
    },
    tokens: async () => ({ token: "from-environment" }),
    apiUrl: "https://environment.example",
  };
  await connect({ environment });
  await connect({
    environment,
    initializationOptions: {
      token: "from-client",
      apiUrl: "https://client.example",
      trusted: false,
    },
  });
  expect(given).toMatchObject([
    {
      token: "from-environment",
      apiUrl: "https://environment.example",
      enabled: true,
    },
    { token: "from-client", apiUrl: "https://client.example", enabled: false },
  ]);
});

test("sign-in, sign-out and trust are passed on", async () => {
  const calls: unknown[] = [];
  const { connection, request } = await connect({
    initializationOptions: { trusted: false },
    environment: { tokens: async () => ({ token: "from-environment" }) },
    github: {
      ...fakeGitHub(),
      setToken: (token) => calls.push(token),
      setEnabled: (on) => calls.push(on),
    },
  });
  await request("workspace/symbol", { query: "" });
  calls.length = 0;
  await connection.sendNotification("weeknotes/tokenChanged", { token: "t" });
  await connection.sendNotification("weeknotes/tokenChanged", {});
  await connection.sendNotification("weeknotes/trustChanged", {
    trusted: true,
  });
  await request("workspace/symbol", { query: "" });
  expect(calls.filter((call) => call !== false)).toEqual([
    "t",
    "from-environment",
    true,
  ]);
});

test("the client is told how the account stands, once for each change", async () => {
  let state: AccountState = { state: "anonymous" };
  const listeners: (() => void)[] = [];
  const told: unknown[] = [];
  await connect({
    github: {
      ...fakeGitHub(),
      account: () => state,
      onChange: (listener) => {
        listeners.push(listener);
        return () => {};
      },
    },
    prepare: (connection) =>
      connection.onNotification("weeknotes/accountChanged", (params) => {
        told.push(params);
      }),
  });
  const change = (next: AccountState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  change({ state: "anonymous" });
  change({ state: "signed-in", login: undefined });
  change({ state: "signed-in", login: "octocat" });
  change({ state: "signed-in", login: "octocat" });
  change({ state: "rate-limited", until: 7, signedIn: true });
  await until(
    () => told,
    (all) => all.length === 4,
  );
  const host = "github.com";
  expect(told).toEqual([
    { accounts: [{ host, state: "anonymous" }] },
    { accounts: [{ host, state: "signed-in" }] },
    { accounts: [{ host, state: "signed-in", login: "octocat" }] },
    { accounts: [{ host, state: "rate-limited", until: 7, signedIn: true }] },
  ]);
});

test("the client is told of every host, and what is left of its hour", async () => {
  const told: unknown[] = [];
  const requestsLeft = { remaining: 4990, limit: 5000, resetAt: 7 };
  await connect({
    github: {
      ...fakeGitHub(),
      accounts: () => [
        {
          host: "github.example.com",
          account: { state: "signed-in", login: "octocat" },
          requestsLeft,
        },
        { host: "github.com", account: { state: "anonymous" } },
      ],
    },
    prepare: (connection) =>
      connection.onNotification("weeknotes/accountChanged", (params) => {
        told.push(params);
      }),
  });
  await until(
    () => told,
    (all) => all.length > 0,
  );
  expect(told).toEqual([
    {
      accounts: [
        {
          host: "github.example.com",
          state: "signed-in",
          login: "octocat",
          requestsLeft,
        },
        { host: "github.com", state: "anonymous" },
      ],
    },
  ]);
});
