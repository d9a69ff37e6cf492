import { describe, expect, test, vi } from "vitest";
import type { GitHubClient } from "../../server/src/github/client.js";
import type { RepositoryName } from "../../server/src/targets/target.js";
import { target, useStandIn } from "./support.js";

const world = useStandIn({ graphql: true });

function named(name: string): RepositoryName {
  const [owner = "", repo = ""] = name.split("/");
  return { host: "github.com", owner, repo };
}

/** The numbers that are found, the best first; a `+` at the end if there may be more. */
async function numbers(
  github: GitHubClient,
  name: string,
  query: string,
): Promise<string> {
  const found = await github.search(named(name), query);
  if ("reason" in found) return found.reason;
  const list = found.items.map((item) => ("number" in item ? item.number : 0));
  return [...list, ...(found.incomplete ? ["+"] : [])].join(" ");
}

const node = "input-output-hk/cardano-node";

describe.each(["with an account", "without"])("%s", (who) => {
  const client = () =>
    who === "without" ? world.anonymous() : world.signedIn();

  test.each([
    // By number: the very one first, then the latest; any state, any kind.
    [node, "4489", "4489 +"],
    [node, "#4489", "4489 +"],
    [node, "448", "448 4489 4487 4485 4483 4482 4480 +"],
    [node, "9", "+"],
    // By words: the beginning of each will do, in any order; titles that begin with them first.
    [node, "tullia", "4489"],
    [node, "add tul", "4489"],
    [node, "topology", "4485 4482"],
    [node, "update topo", "4482"],
    [node, "topology update", "4482"],
    [node, "trac", "4480 4492"],
    [node, "CICERO", "4495 4489"],
    [node, "no-such-words", ""],
    // Nothing asked: what was updated last.
    ["octo-org/archive", "", "1"],
    // Under a former name.
    ["octo-org/hello-old", "greek", "12"],
    // Nothing of the query is an operator of GitHub's search.
    ["octo-org/hello-world", 'repo:octo-org/secret "hide"', ""],
    ["octo-org/hello-world", "say OR sing", ""],
    ["octo-org/hello-world", "-hello", "2 1 5"],
    ["octo-org/no-such-repository", "hello", "not-found"],
    ["octo-org/..", "hello", "not-found"],
  ])("%s: %s", async (name, query, expected) => {
    const sorted = (text: string) => text.split(" ").sort().join(" ");
    const found = await numbers(client(), name, query);
    // Order is by update where nothing else tells.
    if (/^#?\d+$/.test(query)) expect(found).toBe(expected);
    else expect(sorted(found)).toBe(sorted(expected));
  });

  test("finds by words what is too old for the list of the latest", async () => {
    const found = await numbers(client(), "octo-org/many", "change number 3");
    expect(found.split(" ")).toContain("3");
  });

  test("titles that begin with the words come first", async () => {
    const found = await numbers(client(), "octo-org/hello-world", "say hello");
    expect(found.split(" ").slice(0, 2).sort()).toEqual(["1", "5"]);
  });

  test("a limit is told, and what is known is shown", async () => {
    const github = client();
    await github.search(named(node), "");
    world.standIn.faults.push({
      fault: { kind: "status", status: 429, headers: { "retry-after": "60" } },
    });
    world.clock.now += 3_600_000;
    expect(await numbers(github, node, "tullia")).toBe("4489");
    expect(await numbers(github, "octo-org/many", "change")).toBe(
      "rate-limited",
    );
  });

  test("who gives up gets what is known", async () => {
    const github = client();
    const gone = AbortSignal.abort();
    expect(await github.search(named(node), "tullia", gone)).toEqual({
      items: [],
      incomplete: true,
    });
    await github.search(named(node), "");
    expect(await github.search(named(node), "tullia")).toMatchObject({
      items: [{ number: 4489 }],
    });
    // What was begun is under way still, and must not be counted with the next test.
    await vi.waitFor(() => expect(world.requests()).toHaveLength(2));
  });
});

describe("requests", () => {
  test("typing on in a repository that is known whole asks nothing", async () => {
    const github = world.signedIn();
    await github.search(named(node), "");
    for (const query of ["t", "tu", "tul", "tull", "tulli", "tullia"])
      await github.search(named(node), query);
    expect(world.requests()).toHaveLength(1);
    world.clock.now += 5 * 60_000;
    await github.search(named(node), "tullia");
    expect(world.requests()).toHaveLength(2);
  });

  test("a clock that was set back makes a list neither older nor for ever", async () => {
    const github = world.signedIn();
    await github.search(named(node), "");
    world.clock.now -= 24 * 3_600_000;
    await github.search(named(node), "");
    await github.search(named(node), "");
    expect(world.requests()).toHaveLength(2);
    world.clock.now += 24 * 3_600_000;
  });

  test("digits are two requests, and fill the cache of statuses", async () => {
    const github = world.signedIn();
    await github.search(named(node), "448");
    expect(world.requests()).toHaveLength(2);
    const peeked = github.peek(target(`${node}/pull/4489`));
    expect(peeked?.result).toMatchObject({ checks: "failure" });
    await github.search(named(node), "448");
    expect(world.requests()).toHaveLength(2);
  });

  test("without an account a number that cannot be costs none", async () => {
    const github = world.anonymous();
    await github.search(named(node), "");
    for (const query of ["4", "44", "448", "4489", "9999", "3333"])
      await github.search(named(node), query);
    expect(world.requests()).toEqual([
      `GET /repos/${node}/issues?state=all&sort=updated&per_page=100 200`,
    ]);
  });

  test("the limit of GitHub's search does not stop the rest", async () => {
    const github = world.anonymous();
    for (let i = 0; i < 12; i++)
      await github.search(
        named("octo-org/many"),
        `change ${"x".repeat(i + 1)}`,
      );
    const searches = world
      .requests()
      .filter((request) => request.includes("/search/"));
    expect(searches).toHaveLength(10);
    expect(github.account()).toEqual({ state: "anonymous" });
    const many = await github.search(named("octo-org/many"), "number 119");
    expect(many).toMatchObject({ incomplete: true, items: [{ number: 119 }] });
  });
});
