import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { target, tokens, useStandIn } from "./support.js";

const world = useStandIn({ graphql: false });
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** Some other host: a server that takes everything and remembers what it was sent. */
async function elsewhere(): Promise<{ url: string; heard: IncomingMessage[] }> {
  const heard: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    heard.push(request);
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  }).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  return { url: `http://127.0.0.1:${port}`, heard };
}

describe("the token", () => {
  const path = "octo-org/hello-world/compare/7fd1a60b01f9...main";

  test.each([301, 302, 307, 308])(
    "does not follow a query's redirect (%i)",
    async (status) => {
      const { url, heard } = await elsewhere();
      world.standIn.faults.push({
        fault: {
          kind: "status",
          status,
          headers: { location: `${url}/graphql` },
        },
      });
      const { result } = await world.signedIn().status(target(path));
      expect(result).toMatchObject({ reason: "offline" });
      expect(heard).toEqual([]);
    },
  );

  test.each([301, 302, 307, 308])(
    "does not go with REST to another host (%i)",
    async (status) => {
      const { url, heard } = await elsewhere();
      // A comparison of commits is asked by REST, after GraphQL could not tell.
      world.standIn.faults.push(
        {
          path: "/graphql",
          fault: {
            kind: "status",
            status: 200,
            body: { data: { i0: { nameWithOwner: "o/r", base: null } } },
          },
        },
        {
          path: "/repos",
          fault: { kind: "status", status, headers: { location: `${url}/x` } },
        },
      );
      const { result } = await world.signedIn().status(target(path));
      expect(result).toMatchObject({ reason: "offline" });
      expect(world.standIn.requests.at(-1)?.token).toBe(tokens.member);
      expect(heard.length).toBeGreaterThan(0);
      for (const request of heard)
        expect(JSON.stringify([request.headers, request.url])).not.toContain(
          tokens.member,
        );
    },
  );

  test("is in no failure and no line of the log", async () => {
    const lines: string[] = [];
    const spoken: unknown[] = [];
    const message = `Bad\r\ntoken ${tokens.member}\u2028in ${"a long line ".repeat(50)}`;
    const partial = { message, path: ["i0"], type: "?" };
    for (const fault of [
      { status: 200, body: message },
      { status: 200, body: { errors: [{ message }] } },
      { status: 200, body: { data: { i0: null }, errors: [partial] } },
      { status: 400, body: { message } },
      { status: 401, body: { message } },
      { status: 403, body: { message } },
      { status: 422, body: message },
      { status: 500, body: { message } },
    ]) {
      world.standIn.faults.splice(0, 1, {
        fault: { kind: "status", ...fault },
      });
      const github = world.signedIn({ log: (line) => lines.push(line) });
      spoken.push(await github.status(target(path)), github.account());
      spoken.push(
        await github.search(
          { host: "github.com", owner: "octo-org", repo: "hello-world" },
          "hello",
        ),
      );
    }
    expect(lines.length).toBeGreaterThan(10);
    expect(JSON.stringify([lines, spoken])).not.toContain(tokens.member);
    for (const line of lines) expect(line).toMatch(/^\P{Cc}{1,200}$/u);
  });

  test("is not told where it cannot be sent", async () => {
    const github = world.signedIn({ token: "two\nlines" });
    const { result } = await github.status(target(path));
    expect(result).toMatchObject({ reason: "offline" });
    expect(JSON.stringify(result)).not.toMatch(/two|lines/);
  });

  test("is none where it is empty", () => {
    for (const token of ["", " \n"])
      expect(world.signedIn({ token }).account()).toEqual({
        state: "anonymous",
      });
  });

  test("goes to no host but the one it is for", async () => {
    const { heard } = await elsewhere();
    await world
      .signedIn()
      .status({ kind: "user", host: "127.0.0.1", login: "octocat" });
    expect(heard).toEqual([]);
    expect(world.requests()).toEqual([]);
  });
});

describe("a host", () => {
  const pull = {
    owner: "octo-org",
    repo: "hello-world",
    number: 1,
    suffix: "",
  };

  test("that is named counts", async () => {
    const github = world.anonymous({ host: "GHE.example.com" });
    const { result } = await github.status({
      kind: "pull",
      host: "ghe.example.com",
      ...pull,
    });
    expect(result).toMatchObject({ kind: "pull" });
  });
});

describe("a name that is none", () => {
  // What fixes write into posts.
  test.each([
    "octo-org/hello-world) [x](command:run",
    "octo-org/hello\n[a]: https://example.org",
    "octo-org/hello/world",
    "<b>/x",
  ])("makes the answer one that makes no sense: %j", async (nameWithOwner) => {
    world.standIn.faults.push({
      path: "/graphql",
      fault: {
        kind: "status",
        status: 200,
        body: {
          data: {
            i0: {
              nameWithOwner,
              description: null,
              isArchived: false,
              isFork: false,
              parent: null,
              isPrivate: false,
              pushedAt: null,
              defaultBranchRef: null,
            },
          },
        },
      },
    });
    const asked = target("octo-org/hello-world");
    expect((await world.signedIn().status(asked)).result).toEqual({
      reason: "offline",
      detail: 'GitHub\'s answer makes no sense: "nameWithOwner" is no name',
    });
  });
});
