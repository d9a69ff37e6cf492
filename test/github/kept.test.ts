import { describe, expect, test, vi } from "vitest";
import { memoryFile } from "./memory-file.js";
import { reportPaths } from "./report-paths.js";
import { target, tokens, useStandIn } from "./support.js";

const world = useStandIn({ graphql: true });
const report = reportPaths.map(target);
const open = target("octo-org/hello-world/pull/9");
const merged = target("octo-org/hello-world/pull/1");
const secret = target("octo-org/secret/pull/1");
const hour = 3_600_000;

describe("after a restart", () => {
  test.each(["signedIn", "anonymous"] as const)(
    "what is fresh costs no request (%s)",
    async (how) => {
      const file = memoryFile();
      const before = world[how]({ file });
      const answers = await before.statuses(report);
      await before.flush();
      const asked = world.requests().length;
      world.clock.now += 1_000;
      const after = world[how]({ file });
      // A discussion cannot be asked for without an account, and is no answer to keep.
      const known = await after.statuses(report);
      expect(known.filter(({ result }) => !("reason" in result))).toEqual(
        answers.filter(({ result }) => !("reason" in result)),
      );
      expect(world.requests()).toHaveLength(asked);
    },
  );

  test("what is stale is shown at once with its age, and asked again", async () => {
    const file = memoryFile();
    const before = world.signedIn({ file });
    const [answer, settled] = await before.statuses([open, merged]);
    await before.flush();
    world.clock.now += 24 * hour;
    const after = world.signedIn({ file });
    world.standIn.latency = 300;
    const asked = after.statuses([open, merged]);
    await vi.waitFor(() => expect(after.peek(open)).toEqual(answer));
    expect(world.requests()).toHaveLength(1);
    const [fresh, still] = await asked;
    expect(fresh?.at).toBe(world.clock.now);
    expect(still).toEqual(settled);
    // The pull request that stays as it is was not asked for again.
    expect(world.standIn.requests.map(({ items }) => items)).toEqual([3, 2]);
  });

  test("listeners hear when the file was read", async () => {
    const file = memoryFile();
    const before = world.signedIn({ file });
    await before.status(open);
    await before.flush();
    const after = world.signedIn({ file });
    expect(after.peek(open)).toBeUndefined();
    await new Promise<void>((resolve) =>
      after.onChange(() => after.peek(open) && resolve()),
    );
    expect(after.peek(open)?.result).toMatchObject({ number: 9 });
    expect(world.requests()).toHaveLength(1);
  });

  test("a thing that was not found is asked for after five minutes", async () => {
    const file = memoryFile();
    const missing = target("octo-org/hello-world/pull/999");
    const before = world.signedIn({ file });
    await before.status(missing);
    await before.flush();
    world.clock.now += 5 * 60_000 - 1;
    await world.signedIn({ file }).status(missing);
    expect(world.requests()).toHaveLength(1);
    world.clock.now += 1;
    await world.signedIn({ file }).status(missing);
    expect(world.requests()).toHaveLength(2);
  });

  test("a failure is none to keep", async () => {
    const file = memoryFile();
    world.standIn.faults.push({ fault: { kind: "status", status: 500 } });
    const github = world.signedIn({ file });
    await github.status(open);
    await github.flush();
    expect(file.writes).toBe(0);
  });

  test("who gives up does not wait for the file", async () => {
    const file = memoryFile();
    file.read = () => new Promise(() => {});
    const { result } = await world
      .signedIn({ file })
      .status(open, AbortSignal.abort());
    expect(result).toMatchObject({ reason: "offline" });
  });
});

test("all answers of a moment are one write, soon", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const file = memoryFile();
    const github = world.signedIn({ file });
    const asked = github.statuses(report);
    await vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(5);
      expect(
        github.peek(merged) ?? github.peek(report[0] ?? merged),
      ).toBeDefined();
    });
    await asked;
    expect(file.writes).toBe(0);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(file.writes).toBe(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(file.writes).toBe(1);
  } finally {
    vi.useRealTimers();
  }
});

describe("accounts", () => {
  test("are told apart in the file, by nothing that tells of their token", async () => {
    const file = memoryFile();
    const member = world.signedIn({ file });
    expect((await member.status(secret)).result).toMatchObject({
      title: "Hide better",
    });
    await member.flush();
    for (const token of [tokens.visitor, undefined]) {
      const other = world.anonymous({ file, ...(token && { token }) });
      expect((await other.status(secret)).result).toEqual({
        reason: "not-found",
      });
      await other.flush();
    }
    expect(file.text).toContain("Hide better");
    for (const token of Object.values(tokens))
      expect(file.text).not.toContain(token);
    world.clock.now += 1;
    const asked = world.requests().length;
    expect(
      (await world.signedIn({ file }).status(secret)).result,
    ).toMatchObject({ title: "Hide better" });
    expect(world.requests()).toHaveLength(asked);
  });

  test("one API's answers are not another's", async () => {
    const file = memoryFile();
    const here = world.signedIn({ file });
    await here.status(open);
    await here.flush();
    const there = world.signedIn({ file, apiUrl: `${world.standIn.url}/api/` });
    await there.status(open);
    expect(world.requests()).toHaveLength(2);
  });

  test.each([
    ["another one", tokens.visitor],
    ["none", undefined],
  ])("what one asked is forgotten at once for %s", async (_, next) => {
    const file = memoryFile();
    const github = world.signedIn({ file });
    await github.status(secret);
    await github.flush();
    expect(file.text).toContain("Hide better");
    world.clock.now += 1;
    github.setToken(next);
    expect(github.peek(secret)).toBeUndefined();
    await vi.waitFor(() => expect(file.text).not.toContain("Hide better"));
    world.clock.now += 1;
    github.setToken(tokens.member);
    await github.status(secret);
    expect(world.requests()).toHaveLength(2);
  });

  test("nor does another window bring it back", async () => {
    const file = memoryFile();
    const [leaving, other] = [
      world.signedIn({ file }),
      world.signedIn({ file }),
    ];
    await Promise.all([leaving.status(secret), other.status(secret)]);
    await Promise.all([leaving.flush(), other.flush()]);
    world.clock.now += 1;
    leaving.setToken(undefined);
    await leaving.flush();
    world.clock.now += 1;
    await other.status(merged);
    await other.flush();
    expect(file.text).toContain("Say hello");
    expect(file.text).not.toContain("Hide better");
    expect(other.peek(secret)).toBeUndefined();
  });

  test("what arrives after the account left is nowhere", async () => {
    const file = memoryFile();
    const github = world.signedIn({ file });
    world.standIn.latency = 20;
    const asked = github.status(secret);
    await new Promise((resolve) => setTimeout(resolve, 10));
    github.setToken(undefined);
    expect((await asked).result).toMatchObject({ reason: "offline" });
    await github.flush();
    expect(file.text ?? "").not.toContain("Hide better");
  });
});

describe("what is forgotten by command", () => {
  test.each([
    ["a post's targets", [open]],
    ["everything", undefined],
  ])("%s is asked anew after a restart, too", async (_, targets) => {
    const file = memoryFile();
    const github = world.signedIn({ file });
    await github.status(open);
    await github.flush();
    world.clock.now += 1;
    github.forget(targets);
    await github.flush();
    world.clock.now += 1;
    await world.signedIn({ file }).status(open);
    expect(world.requests()).toHaveLength(2);
  });
});

describe("two windows", () => {
  test("share what they know, the newest of each", async () => {
    const file = memoryFile();
    const [one, other] = [world.signedIn({ file }), world.signedIn({ file })];
    await one.status(open);
    await one.flush();
    world.clock.now += hour;
    await other.statuses([open, merged]);
    await other.flush();
    world.clock.now += 1;
    // It writes, and so reads, because it has something of its own.
    await one.status(target("octo-org/hello-world/pull/3"));
    await one.flush();
    expect(one.peek(open)).toEqual(other.peek(open));
    expect(one.peek(merged)).toEqual(other.peek(merged));
    const { answers } = JSON.parse(file.text ?? "");
    expect(answers).toHaveLength(3);
  });
});

describe("a cache that cannot be kept", () => {
  test.each([
    ["a full disk", "ENOSPC: no space left on device, write"],
    ["a read-only folder", "EROFS: read-only file system, open 'github.json'"],
    ["no permission", "EACCES: permission denied, mkdir '/cache'"],
  ])(
    "%s: one line in the log, and everything else as ever",
    async (_, message) => {
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
      try {
        const file = memoryFile();
        file.failure = new Error(message);
        const lines: string[] = [];
        const update = vi.spyOn(file, "update");
        const github = world.signedIn({
          file,
          log: (line) => lines.push(line),
        });
        const asked = github.status(open);
        await vi.waitFor(async () => {
          await vi.advanceTimersByTimeAsync(5);
          expect(github.peek(open)).toBeDefined();
        });
        expect((await asked).result).toMatchObject({ kind: "pull" });
        await vi.advanceTimersByTimeAsync(10 * 60_000);
        expect(update.mock.calls.length).toBeGreaterThan(1);
        expect(update.mock.calls.length).toBeLessThanOrEqual(11);
        expect(
          lines.filter((line) => line.includes("could not be kept")),
        ).toEqual([`What is known of GitHub could not be kept: ${message}`]);
        expect(github.account()).toMatchObject({ state: "signed-in" });
        file.failure = undefined;
        await vi.advanceTimersByTimeAsync(60_000);
        expect(file.text).toContain('"number":9');
      } finally {
        vi.useRealTimers();
      }
    },
  );

  test.each([
    ["a corrupt file", '{"version":1,"answers":[["acc'],
    ["another version's", '{"version":99,"answers":[]}'],
    ["something else's", "<html>"],
  ])("%s is written anew", async (_, text) => {
    const file = memoryFile(text);
    const github = world.signedIn({ file });
    expect((await github.status(open)).result).toMatchObject({ kind: "pull" });
    await github.flush();
    world.clock.now += 1;
    await world.signedIn({ file }).status(open);
    expect(world.requests()).toHaveLength(1);
  });

  test("one that does not answer is not waited for", async () => {
    const file = memoryFile();
    file.read = () => new Promise(() => {});
    const { result } = await world.signedIn({ file }).status(open);
    expect(result).toMatchObject({ kind: "pull" });
  });
});

describe("a clock that jumps", () => {
  const year = 365 * 24 * hour;

  test("ahead: what was kept is stale, and shown", async () => {
    const file = memoryFile();
    const before = world.signedIn({ file });
    const answer = await before.status(open);
    await before.flush();
    world.clock.now += 20 * 24 * hour;
    const after = world.signedIn({ file });
    world.standIn.latency = 300;
    const asked = after.status(open);
    await vi.waitFor(() => expect(after.peek(open)).toEqual(answer));
    expect((await asked).at).toBe(world.clock.now);
  });

  test("back: what is said to be of the future is asked again", async () => {
    const file = memoryFile();
    world.clock.now += year;
    const github = world.signedIn({ file });
    await github.status(merged);
    await github.flush();
    world.clock.now -= year;
    const { at } = await github.status(merged);
    expect(at).toBe(world.clock.now);
    await github.flush();
    const [entry] = JSON.parse(file.text ?? "").answers;
    expect(entry[1]).toBe(world.clock.now);
    world.clock.now += 1;
    await world.signedIn({ file }).status(merged);
    expect(world.requests()).toHaveLength(2);
  });
});
