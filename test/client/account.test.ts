import { describe, expect, test } from "vitest";
import {
  createAccount,
  type SessionOptions,
} from "../../client/src/account.js";

/** VS Code's provider with some accounts, what it was asked, and what Weeknotes remembers across restarts. */
function vsCode() {
  const world = {
    /** Of the account that VS Code would give; undefined where nobody is signed in. */
    token: undefined as string | undefined,
    /** Of the account that the user chooses when asked; undefined where they say no. */
    chosen: undefined as string | undefined,
    memory: undefined as unknown,
    asked: [] as [scopes: readonly string[], options: SessionOptions][],
    changes: [] as (string | undefined)[],
    start() {
      const account = createAccount({
        async getSession(scopes, options) {
          world.asked.push([scopes, options]);
          if (!options.silent) {
            const mustAsk =
              options.forceNewSession || options.clearSessionPreference;
            if (mustAsk || world.token === undefined)
              world.token = world.chosen;
            if (world.token === undefined) throw new Error("Cancelled");
          }
          return world.token === undefined
            ? undefined
            : { accessToken: world.token };
        },
        recall: () => world.memory,
        remember: async (what) => {
          world.memory = what;
        },
        changed: () => world.changes.push(account.token()),
      });
      return account;
    },
  };
  return world;
}

describe("at the start", () => {
  test("the session there is is taken up silently, with no scope", async () => {
    const world = vsCode();
    world.token = "octocat";
    const account = world.start();
    await account.restore();
    expect(account.token()).toBe("octocat");
    expect(world.asked).toEqual([[[], { silent: true }]]);
  });

  test("nobody is asked where there is none, or no provider", async () => {
    const world = vsCode();
    const account = world.start();
    await account.restore();
    expect(account.token()).toBeUndefined();
    expect(world.asked).toEqual([[[], { silent: true }]]);
    const broken = createAccount({
      getSession: () => Promise.reject(new Error("no provider")),
      recall: () => undefined,
      remember: async () => {},
      changed: () => {},
    });
    await broken.restore();
    expect(broken.token()).toBeUndefined();
  });
});

describe("by command", () => {
  test("the access that was chosen is remembered for the next start", async () => {
    const world = vsCode();
    world.chosen = "octocat";
    await world.start().signIn("private");
    await world.start().restore();
    expect(world.asked).toEqual([
      [["repo"], { createIfNone: true }],
      [["repo"], { silent: true }],
    ]);
    expect(world.changes).toEqual(["octocat", "octocat"]);
  });

  test("who says no stays as they were", async () => {
    const world = vsCode();
    const account = world.start();
    await expect(account.signIn("private")).rejects.toThrow("Cancelled");
    expect(world.memory).toBeUndefined();
    expect(world.changes).toEqual([]);
  });

  test("a token that GitHub refused has to be made anew", async () => {
    const world = vsCode();
    world.token = "revoked";
    world.chosen = "good";
    const account = world.start();
    await account.restore();
    account.refused();
    await account.signIn("public");
    expect(world.asked.at(-1)).toEqual([[], { forceNewSession: true }]);
    expect(account.token()).toBe("good");
  });
});

describe("several accounts", () => {
  test("VS Code lets the user choose, with the access there was", async () => {
    const world = vsCode();
    world.token = "octocat";
    world.memory = "private";
    world.chosen = "hubot";
    const account = world.start();
    await account.restore();
    await account.switchTo();
    expect(world.asked.at(-1)).toEqual([
      ["repo"],
      { clearSessionPreference: true, createIfNone: true },
    ]);
    expect(world.changes).toEqual(["octocat", "hubot"]);
  });
});

describe("a sign-out", () => {
  test("in VS Code's menu is one here", async () => {
    const world = vsCode();
    world.token = "octocat";
    const account = world.start();
    await account.restore();
    world.token = undefined;
    await account.restore();
    expect(world.changes).toEqual(["octocat", undefined]);
  });

  test("by command lasts until the next sign-in, though VS Code has a session", async () => {
    const world = vsCode();
    world.token = "octocat";
    const account = world.start();
    await account.restore();
    const done = account.signOut();
    // At once.
    expect(world.changes).toEqual(["octocat", undefined]);
    await done;
    await account.restore();
    const restarted = world.start();
    await restarted.restore();
    expect(restarted.token()).toBeUndefined();
    await restarted.signIn("public");
    expect(restarted.token()).toBe("octocat");
    expect(world.memory).toBe("public");
  });

  test("is not undone by an answer that was on its way", async () => {
    let answer = (_: { accessToken: string }) => {};
    const account = createAccount({
      getSession: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
      recall: () => undefined,
      remember: async () => {},
      changed: () => {},
    });
    const restored = account.restore();
    await account.signOut();
    answer({ accessToken: "octocat" });
    await restored;
    expect(account.token()).toBeUndefined();
  });

  test("in VS Code's menu while the user is asked is seen afterwards", async () => {
    const world = vsCode();
    world.token = "octocat";
    const account = world.start();
    await account.restore();
    const asked = account.signIn("public");
    world.token = undefined;
    await account.restore();
    await asked;
    expect(account.token()).toBeUndefined();
  });
});
