import { describe, expect, test } from "vitest";
import { isFailure } from "../../server/src/targets/github-port.js";
import type { Status } from "../../server/src/targets/status.js";
import { target, useStandIn } from "./support.js";

const world = useStandIn({ graphql: true });

async function both(
  path: string,
): Promise<{ graphql: unknown; rest: unknown }> {
  const [graphql, rest] = await Promise.all(
    [world.signedIn(), world.anonymous()].map(
      async (github) => (await github.status(target(path))).result,
    ),
  );
  return { graphql, rest };
}

/** What REST is not asked for, or cannot tell. */
function withoutGraphqlOnly(status: Status): Status {
  if (status.kind === "commit") return { ...status, checks: undefined };
  if (status.kind !== "pull") return status;
  const state = status.state === "queued" ? "open" : status.state;
  return { ...status, state, checks: undefined, review: undefined };
}

describe("GraphQL and REST say the same of", () => {
  const paths = [
    "octo-org/hello-world",
    "octo-org/archive",
    "octo-org/fork",
    "Octo-Org/HELLO-world",
    "octo-org/hello-old",
    ...Array.from(
      { length: 5 },
      (_, i) => `octo-org/hello-world/issues/${i + 1}`,
    ),
    ...Array.from(
      { length: 14 },
      (_, i) => `octo-org/hello-world/pull/${i + 1}`,
    ),
    "octo-org/hello-world/pull/99",
    "octo-org/hello-old/pull/1",
    "octo-org/hello-old/issues/2",
    "octo-org/hostile/pull/1",
    "octo-org/hostile/issues/2",
    "octo-org/hello-world/commit/7fd1a60b01f91b314f59955a4e4d4e80d8edf11d",
    "octo-org/hello-world/commit/553c2077f0",
    "octo-org/hello-old/commit/553c2077f0",
    "octo-org/hello-world/commit/0000000",
    "octo-org/hello-world/tree/main",
    "octo-org/hello-world/tree/main/docs/guide",
    "octo-org/hello-world/tree/feature/greek",
    "octo-org/hello-world/tree/feature/greek/docs",
    "octo-org/hello-world/tree/nightly",
    "octo-org/hello-world/tree/553c2077f0",
    "octo-org/hello-world/tree/no-such-branch",
    "octo-org/hello-world/compare/feature/greek",
    "octo-org/hello-world/compare/main...stale",
    "octo-org/hello-world/compare/stale..main",
    "octo-org/hello-world/compare/nightly...feature/greek",
    "octo-org/hello-world/compare/7fd1a60b01f9...main",
    "octo-org/hello-world/compare/main...no-such-branch",
    "octo-org/hello-world/compare/no-such-branch...main",
    "octo-org/hello-old/compare/main...stale",
    "octo-org/hello-world/releases/tag/v1.0.0",
    "octo-org/hello-world/releases/tag/v2.0.0-rc.1",
    "octo-org/hello-world/releases/tag/nightly",
    "octo-org/hello-world/releases/tag/v9",
    "octo-org/no-such-repository",
    "octo-org/no-such-repository/pull/1",
    "octo-org",
    "manveru",
    "rschardt",
    "nobody-at-all",
    "input-output-hk/bitte/compare/zt",
  ];
  test.each(paths)("%s", async (path) => {
    const { graphql, rest } = await both(path);
    const known = graphql as Status;
    expect(isFailure(known) ? known : withoutGraphqlOnly(known)).toEqual(rest);
  });
});
