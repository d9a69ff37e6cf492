import { describe, expect, test, vi } from "vitest";
import { isFailure } from "../../server/src/targets/github-port.js";
import { reportPaths } from "./report-paths.js";
import { target, useStandIn } from "./support.js";

const world = useStandIn({ graphql: true });

function pulls(count: number) {
  return Array.from({ length: count }, (_, index) =>
    target(`octo-org/many/pull/${index + 1}`),
  );
}

describe("with an account", () => {
  test("a whole report is one request", async () => {
    const github = world.signedIn();
    expect(reportPaths).toHaveLength(31);
    const answers = await github.statuses(reportPaths.map(target));
    expect(answers.map(({ result }) => result).filter(isFailure)).toEqual([]);
    expect(world.requests()).toEqual(["POST /graphql 200"]);
    await github.statuses(reportPaths.map(target));
    expect(world.requests()).toHaveLength(1);
  });

  test("answers keep the order of the questions", async () => {
    const answers = await world.signedIn().statuses(pulls(60).reverse());
    expect(
      answers.map(({ result }) => "number" in result && result.number),
    ).toEqual(Array.from({ length: 60 }, (_, index) => 60 - index));
  });

  test("fifty fit into one request", async () => {
    await world.signedIn().statuses(pulls(120));
    expect(world.standIn.requests.map(({ items }) => items).sort()).toEqual([
      // One more for the account's name.
      21, 51, 51,
    ]);
  });

  test("questions of one moment share a request, equal ones a place in it", async () => {
    const github = world.signedIn();
    const answers = await Promise.all([
      github.status(target("octo-org/hello-world/pull/1")),
      github.status(target("octo-org/hello-world/pull/1/files")),
      github.status(target("Octo-Org/Hello-World/issues/1")),
      github.statuses([target("octo-org/hello-world/pull/3")]),
    ]);
    expect(world.standIn.requests.map(({ items }) => items)).toEqual([3]);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test("a question that is under way is not asked again", async () => {
    const github = world.signedIn();
    world.standIn.latency = 30;
    const first = github.status(target("octo-org/hello-world/pull/1"));
    await new Promise((resolve) => setTimeout(resolve, 15));
    const second = github.status(target("octo-org/hello-world/pull/1"));
    expect(await second).toEqual(await first);
    expect(world.requests()).toHaveLength(1);
  });

  test("what is missing does not spoil the rest", async () => {
    const answers = await world
      .signedIn()
      .statuses(
        [
          "octo-org/hello-world/pull/1",
          "octo-org/hello-world/pull/999",
          "octo-org/no-such-repository/pull/1",
          "octo-org/hello-world/commit/0000000",
          "octo-org/hello-world/discussions/1",
          "octo-org/hello-world/releases/tag/v9",
          "nobody-at-all",
          "octo-org/hello-world/issues/2",
        ].map(target),
      );
    expect(
      answers.map(({ result }) =>
        isFailure(result) ? result.reason : result.kind,
      ),
    ).toEqual([
      "pull",
      "not-found",
      "not-found",
      "not-found",
      "not-found",
      "not-found",
      "not-found",
      "issue",
    ]);
    expect(world.requests()).toHaveLength(1);
  });

  test("what cannot exist is not asked for", async () => {
    const name = { host: "github.com", owner: "octo-org", repo: "hello-world" };
    const github = world.signedIn();
    const answers = await github.statuses([
      { kind: "pull", ...name, number: 2 ** 31, suffix: "" },
      { kind: "pull", ...name, repo: "..", number: 1, suffix: "" },
      { kind: "branch", ...name, ref: "../../user" },
      { kind: "branch", ...name, ref: "main:README.md" },
      { kind: "branch", ...name, ref: "lone \ud800 surrogate" },
      { kind: "release", ...name, tag: ".." },
      { kind: "compare", ...name, base: "a b", head: "main", dots: "..." },
      { kind: "user", host: "github.com", login: "../user" },
    ]);
    for (const { result } of answers)
      expect(result).toEqual({ reason: "not-found" });
    expect(world.requests()).toEqual([]);
  });

  test("nor what has no status, or is another host's", async () => {
    const github = world.signedIn();
    const elsewhere = { host: "ghe.example.com", owner: "o", repo: "r" };
    const answers = await github.statuses([
      target("octo-org/hello-world/blob/main/README.md"),
      { kind: "url", url: "https://example.com/" },
      { kind: "repository", ...elsewhere },
    ]);
    for (const { result } of answers)
      expect(result).toEqual({ reason: "unsupported" });
    expect(world.requests()).toEqual([]);
  });

  test.each([502, 504])(
    "a batch that is too heavy (%i) is halved",
    async (status) => {
      world.standIn.faults.push({
        fault: { kind: "status", status },
        path: "/graphql",
        minimumItems: 20,
      });
      const answers = await world.signedIn().statuses(pulls(40));
      expect(answers.filter(({ result }) => isFailure(result))).toEqual([]);
      expect(
        world.standIn.requests.map(({ items, status }) => [items, status]),
      ).toEqual([
        [41, status],
        [21, status],
        [11, 200],
        [10, 200],
        [20, status],
        [10, 200],
        [10, 200],
      ]);
    },
  );

  test("so is one that GitHub says it could not answer", async () => {
    const message = "Something went wrong while executing your query.";
    world.standIn.faults.push({
      fault: { kind: "status", status: 200, body: { errors: [{ message }] } },
      path: "/graphql",
      minimumItems: 30,
    });
    const answers = await world.signedIn().statuses(pulls(40));
    expect(answers.filter(({ result }) => isFailure(result))).toEqual([]);
  });

  test("halving ends where GitHub is ill", async () => {
    world.standIn.faults.push({ fault: { kind: "status", status: 502 } });
    const [answer] = await world.signedIn().statuses(pulls(40));
    expect(answer?.result).toEqual({
      reason: "offline",
      detail: "GitHub answered with status 502",
    });
    expect(world.requests()).toHaveLength(3);
  });

  test("an enterprise's server is asked in its own way", async () => {
    const github = world.signedIn({ apiUrl: `${world.standIn.url}/api/v3` });
    const { host } = new URL(world.standIn.url);
    const { result } = await github.status({
      kind: "issue",
      host,
      owner: "octo-org",
      repo: "hello-world",
      number: 5,
      suffix: "",
    });
    // Not every such server knows of duplicates.
    expect(result).toMatchObject({ kind: "issue", state: "not-planned" });
  });

  test("the first answer tells whose account it is", async () => {
    const github = world.signedIn();
    expect(github.account()).toEqual({ state: "signed-in", login: undefined });
    await github.statuses(pulls(1));
    expect(github.account()).toEqual({ state: "signed-in", login: "manveru" });
    await github.statuses(pulls(2));
    expect(world.standIn.requests.map(({ items }) => items)).toEqual([2, 1]);
  });
});

describe("without an account", () => {
  test("ten of the hour's sixty requests are left alone", async () => {
    const github = world.anonymous();
    const answers = await github.statuses(pulls(100));
    const refused = answers.filter(({ result }) => isFailure(result));
    const until = world.clock.now + 3_600_000;
    expect(refused[0]?.result).toEqual({ reason: "rate-limited", until });
    expect(world.requests().length).toBeGreaterThanOrEqual(42);
    expect(world.requests().length).toBeLessThanOrEqual(50);
    expect(github.account()).toEqual({
      state: "rate-limited",
      until,
      signedIn: false,
    });

    world.clock.now = until + 1;
    const again = await github.status(target("octo-org/many/pull/99"));
    expect(again.result).toMatchObject({ kind: "pull", number: 99 });
    expect(github.account()).toEqual({ state: "anonymous" });
  });

  test("renamed repositories, whose redirects count, included", async () => {
    const commits = Array.from({ length: 60 }, (_, index) =>
      target(`octo-org/hello-old/commit/${(index + 0xa000000).toString(16)}`),
    );
    await world.anonymous().statuses(commits);
    expect(world.requests().length).toBeGreaterThanOrEqual(42);
    expect(world.requests().length).toBeLessThanOrEqual(50);
  });
});

describe("without an account, where each target costs a request,", () => {
  const asked = () =>
    world.requests().map((line) => Number(/\/(\d+) /.exec(line)?.[1]));

  test("what is looked at goes before what may go later", async () => {
    const github = world.anonymous();
    const all = github.statuses(pulls(40), undefined, "later");
    await github.status(target("octo-org/many/pull/40"));
    expect(asked().length).toBeLessThan(8);
    await all;
    expect(asked()).toHaveLength(40);
  });

  test("so does what was only wanted later before", async () => {
    world.standIn.latency = 30;
    const github = world.anonymous();
    const all = github.statuses(pulls(40), undefined, "later");
    await vi.waitUntil(() => asked().length > 0);
    await github.statuses(pulls(40).slice(30));
    expect(asked().length).toBeLessThan(20);
    await all;
    expect(asked()).toHaveLength(40);
  });

  test("and what was asked last before the rest", async () => {
    world.standIn.latency = 30;
    const github = world.anonymous();
    const before = github.statuses(pulls(20));
    await vi.waitUntil(() => asked().length > 0);
    await github.statuses(pulls(40).slice(30));
    expect(asked().length).toBeLessThan(20);
    await before;
    expect(asked()).toHaveLength(30);
  });
});

describe("a caller who gives up", () => {
  test("gets what is known, and the others their answer", async () => {
    const github = world.signedIn();
    world.standIn.latency = 20;
    const asked = target("octo-org/hello-world/pull/1");
    const leaving = new AbortController();
    const left = github.status(asked, leaving.signal);
    const stayed = github.status(asked);
    leaving.abort();
    expect((await left).result).toMatchObject({ reason: "offline" });
    expect((await stayed).result).toMatchObject({ kind: "pull" });
    expect(world.requests()).toHaveLength(1);
  });

  test("gets the last answer, however old", async () => {
    const github = world.signedIn();
    const asked = target("octo-org/hello-world/pull/9");
    const first = await github.status(asked);
    world.clock.now += 3_600_000;
    expect(await github.status(asked, AbortSignal.abort())).toEqual(first);
    expect(world.requests()).toHaveLength(1);
  });

  test("before anything was sent is not asked for", async () => {
    const github = world.anonymous();
    const leaving = new AbortController();
    const left = github.statuses(pulls(30), leaving.signal);
    leaving.abort();
    await left;
    await github.status(target("octo-org/hello-world"));
    expect(world.requests()).toEqual(["GET /repos/octo-org/hello-world 200"]);
  });

  test("does not stop an answer that is on its way", async () => {
    const github = world.signedIn();
    world.standIn.latency = 30;
    const asked = target("octo-org/hello-world/pull/1");
    const changed = new Promise<void>((resolve) => github.onChange(resolve));
    const leaving = new AbortController();
    const left = github.status(asked, leaving.signal);
    await new Promise((resolve) => setTimeout(resolve, 15));
    leaving.abort();
    await left;
    expect(github.peek(asked)).toBeUndefined();
    await changed;
    expect(github.peek(asked)?.result).toMatchObject({ kind: "pull" });
  });
});
