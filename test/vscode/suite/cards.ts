import { commands } from "vscode";
import type { FaultRule } from "../../github-standin/faults.js";
import type { StandIn } from "../../github-standin/server.js";
import { expectHover } from "./ask.js";
import { openPost } from "./post.js";

/** A second that no test waits for: GitHub's limit ends long after the run. */
const farFuture = 4_102_444_800;

export function describeCards(gitHub: () => StandIn): void {
  describe("cards of GitHub", () => {
    afterEach(() => {
      gitHub().faults.length = 0;
    });

    it("shows a pull request with its state", async () => {
      await expectCard(
        "cardano-node-pull-4489",
        "input-output-hk/cardano-node/pull/4489",
        /Open[\s\S]*Add Tullia and Cicero/,
      );
    });

    it("shows a merged pull request", () =>
      expectCard(
        "cardano-ogmios-pull-5",
        "input-output-hk/cardano-ogmios/pull/5",
        /Merged[\s\S]*Add Cicero action/,
      ));

    it("shows a repository and a commit", async () => {
      await expectCard(
        "plutus",
        "input-output-hk/plutus",
        /input-output-hk\/plutus/,
      );
      await expectCard(
        "tullia-commit-4df3c5d",
        "input-output-hk/tullia/commit/4df3c5d956f1b062b950643da12768ae71acf245",
        /4df3c5d/,
      );
    });

    it("shows what a label without definition most likely means", async () => {
      const post = await openPost("Opened [[cardano-node-pull-4487]].\n");
      await expectHover(
        post,
        post.rangeOf("cardano-node-pull-4487"),
        /has no definition[\s\S]*cardano-node/,
      );
    });

    it("says that there is no such pull request", () =>
      expectCard(
        "cardano-node-pull-999999",
        "input-output-hk/cardano-node/pull/999999",
        /no such pull request/,
      ));

    it("says that GitHub refuses the sign-in", () =>
      expectFailure(
        {
          kind: "status",
          status: 401,
          body: { message: "Bad credentials" },
        },
        "octo-org/hello-world/pull/1",
        /sign in/i,
      ));

    it("says until when the rate limit is reached", () =>
      expectFailure(
        {
          kind: "status",
          status: 403,
          headers: {
            "x-ratelimit-limit": 60,
            "x-ratelimit-remaining": 0,
            "x-ratelimit-reset": farFuture,
          },
          body: { message: "API rate limit exceeded" },
        },
        "octo-org/hello-world/pull/3",
        /rate limit is reached: it answers again/,
      ));

    it("says that GitHub cannot be reached", () =>
      expectFailure(
        { kind: "reset" },
        "octo-org/hello-world/pull/8",
        /could not be reached/,
      ));
  });

  async function expectFailure(
    fault: FaultRule["fault"],
    path: string,
    expected: RegExp,
  ): Promise<void> {
    gitHub().faults.push({ fault });
    await expectCard("x", path, expected);
    gitHub().faults.length = 0;
    await commands.executeCommand("weeknotes.refreshStatuses");
  }
}

/** A post defines a label for a path of github.com; its card shall say this. */
async function expectCard(
  label: string,
  path: string,
  expected: RegExp,
): Promise<void> {
  const post = await openPost(
    `See [[${label}]].\n\n[${label}]: https://github.com/${path}\n`,
  );
  await expectHover(post, post.rangeOf(label), expected);
}
