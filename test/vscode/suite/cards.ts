import type { Fault } from "../../github-standin/faults.js";
import { expectHover } from "./ask.js";
import { useGitHub } from "./github.js";
import { openPost } from "./post.js";

export function describeCards(): void {
  describe("cards", () => {
    useGitHub();

    it("shows a pull request with its state", () =>
      expectCard(
        "cardano-node-pull-4489",
        "input-output-hk/cardano-node/pull/4489",
        /Open[\s\S]*Add Tullia and Cicero/,
      ));

    it("shows a merged pull request", () =>
      expectCard(
        "cardano-ogmios-pull-5",
        "input-output-hk/cardano-ogmios/pull/5",
        /Merged[\s\S]*Add Cicero action/,
      ));

    it("shows a repository", () =>
      expectCard("plutus", "input-output-hk/plutus", /default branch/i));

    it("shows a commit", () =>
      expectCard(
        "tullia-commit-4df3c5d",
        "input-output-hk/tullia/commit/4df3c5d956f1b062b950643da12768ae71acf245",
        /committed/i,
      ));

    it("shows what a label without definition most likely means", async () => {
      const label = "cardano-node-pull-4485";
      const post = await openPost(`Opened [[${label}]].\n`);
      await expectHover(
        post,
        post.rangeOf(label),
        /has no definition[\s\S]*Configure the peer-to-peer topology file/,
      );
    });

    it("says that there is no such pull request", () =>
      expectCard(
        "cardano-node-pull-999999",
        "input-output-hk/cardano-node/pull/999999",
        /GitHub has no such pull request, or it is private/,
      ));
  });

  describe("cards when GitHub does not help", () => {
    const gitHub = useGitHub("it");

    it("says that GitHub refuses the sign-in", () =>
      expectFailure(
        { kind: "status", status: 401, body: { message: "Bad credentials" } },
        /GitHub refused the sign-in/,
      ));

    it("says until when the rate limit is reached", () =>
      expectFailure(
        {
          kind: "status",
          status: 403,
          headers: {
            "x-ratelimit-resource": "core",
            "x-ratelimit-limit": 60,
            "x-ratelimit-remaining": 0,
            "x-ratelimit-reset": Math.floor(Date.now() / 1000) + 3600,
          },
          body: { message: "API rate limit exceeded" },
        },
        /rate limit is reached: it answers again at \d\d:\d\d/,
      ));

    it("says that GitHub cannot be reached", () =>
      expectFailure({ kind: "reset" }, /GitHub could not be reached/));

    async function expectFailure(
      fault: Fault,
      expected: RegExp,
    ): Promise<void> {
      gitHub().faults.push({ fault });
      await expectCard("hello", "octo-org/hello-world/pull/1", expected);
    }
  });
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
