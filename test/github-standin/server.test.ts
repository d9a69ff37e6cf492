import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeSeed, tokens } from "./seed.js";
import { type StandIn, startStandIn } from "./server.js";

const clock = { now: Date.UTC(2022, 7, 15, 9) };
let standIn: StandIn;

beforeAll(async () => {
  standIn = await startStandIn({
    now: () => clock.now,
    limits: { anonymous: 5, graphql: 3 },
  });
  await standIn.warmUp();
}, 60_000);
afterAll(() => standIn.close());

function get(path: string, headers: Record<string, string> = {}) {
  return fetch(standIn.url + path, { headers, redirect: "manual" });
}

async function query(text: string, token: string | undefined) {
  const response = await fetch(`${standIn.url}/graphql`, {
    method: "POST",
    headers: token === undefined ? {} : { authorization: `bearer ${token}` },
    body: JSON.stringify({ query: text }),
  });
  return { status: response.status, body: await response.json() };
}

const hello = "/repos/octo-org/hello-world";
const member = { authorization: `token ${tokens.member}` };

describe("REST", () => {
  test("an authorized request that is answered 304 is free", async () => {
    const first = await get(`${hello}/pulls/1`, member);
    const etag = first.headers.get("etag") ?? "";
    const second = await get(`${hello}/pulls/1`, {
      ...member,
      "if-none-match": etag,
    });
    expect([first.status, second.status]).toEqual([200, 304]);
    for (const { headers } of [first, second])
      expect(headers.get("x-ratelimit-remaining")).toBe("4999");
  });

  test("an anonymous hour ends, and begins again", async () => {
    clock.now += 3_600_000;
    const answers = [];
    for (let i = 0; i < 6; i++) answers.push(await get(hello));
    expect(answers.map(({ status }) => status)).toEqual([
      200, 200, 200, 200, 200, 403,
    ]);
    const { headers } = answers[5] ?? new Response();
    expect(headers.get("x-ratelimit-remaining")).toBe("0");
    expect(Number(headers.get("x-ratelimit-reset"))).toBe(
      clock.now / 1000 + 3600,
    );
    clock.now += 3_600_000;
    expect((await get(hello)).status).toBe(200);
  });

  test.each([
    ["a bad token", hello, { authorization: "token nonsense" }, 401],
    ["a private repository, seen", "/repos/octo-org/secret", member, 200],
    [
      "a private repository, not seen",
      "/repos/octo-org/secret",
      { authorization: `token ${tokens.visitor}` },
      404,
    ],
    ["a former name", "/repos/octo-org/hello-old/pulls/1", member, 301],
    ["an issue that is none", `${hello}/issues/99`, member, 404],
    ["a commit that is none", `${hello}/commits/zzz`, member, 422],
    ["a path that is none", "/no/such/path", member, 404],
  ])("%s", async (_, path, headers, status) => {
    expect((await get(path, headers)).status).toBe(status);
  });

  test("a redirect leads to the thing itself", async () => {
    const response = await fetch(
      `${standIn.url}/repos/octo-org/hello-old/pulls/1`,
      {
        headers: member,
      },
    );
    expect(await response.json()).toMatchObject({ title: "Say hello" });
  });
});

describe("GraphQL", () => {
  test("wants a token", async () => {
    expect((await query("{ viewer { login } }", undefined)).status).toBe(401);
  });

  test.each([
    ["a field that is none", "{ viewer { isHappy } }", "Cannot query field"],
    [
      "a connection without a page size",
      '{ repository(owner: "octo-org", name: "hello-world") { issues { totalCount } } }',
      "You must provide a `first` or `last` value",
    ],
    [
      "a page that is too long",
      '{ repository(owner: "octo-org", name: "hello-world") { issues(first: 101) { totalCount } } }',
      "exceeds the limit of 100",
    ],
    ["no query at all", "{", "Syntax Error"],
  ])("refuses %s", async (_, text, message) => {
    const { body } = await query(text, tokens.visitor);
    expect(body.data).toBeUndefined();
    expect(body.errors[0].message).toContain(message);
  });

  test("answers what it can, and names what is missing", async () => {
    const { body } = await query(
      `{ a: repository(owner: "octo-org", name: "hello-world") { one: issueOrPullRequest(number: 1) { __typename } none: issueOrPullRequest(number: 99) { __typename } }
         b: repository(owner: "octo-org", name: "secret") { name } }`,
      tokens.visitor,
    );
    expect(body.data).toEqual({
      a: { one: { __typename: "PullRequest" }, none: null },
      b: null,
    });
    expect(body.errors).toMatchObject([
      { type: "NOT_FOUND", path: ["a", "none"] },
      { type: "NOT_FOUND", path: ["b"] },
    ]);
  });

  test("tells in an answer that the points are used up", async () => {
    clock.now += 3_600_000;
    const bodies = [];
    for (let i = 0; i < 4; i++)
      bodies.push((await query("{ viewer { login } }", tokens.member)).body);
    expect(bodies[2]).toEqual({ data: { viewer: { login: "manveru" } } });
    expect(bodies[3]).toMatchObject({ errors: [{ type: "RATE_LIMITED" }] });
  });
});

test("the same seed gives the same data", () => {
  expect(makeSeed()).toEqual(makeSeed());
  const report = makeSeed("report");
  expect(report.repositories.has("octo-org/hello-world")).toBe(false);
  expect(report.repositories.has("input-output-hk/cardano-node")).toBe(true);
});
