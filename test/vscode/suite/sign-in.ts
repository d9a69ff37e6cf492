import assert from "node:assert/strict";
import { commands } from "vscode";
import { tokens } from "../../github-standin/seed.js";
import { expectHover } from "./ask.js";
import { useGitHub } from "./github.js";
import { openPost } from "./post.js";

const text =
  "See [[secret]].\n\n[secret]: https://github.com/octo-org/secret/pull/1\n";

export function describeSignIn(): void {
  describe("signing in", () => {
    const gitHub = useGitHub();

    it("shows by command what only the account may see", async () => {
      const post = await openPost(text);
      const range = post.rangeOf("secret");
      await expectHover(
        post,
        range,
        /it is private[\s\S]*Weeknotes: Sign in to GitHub/,
      );
      await commands.executeCommand("weeknotes.signIn", "private");
      await expectHover(post, range, /Hide better/);

      const used = new Set(gitHub().requests.map(({ token }) => token));
      assert.deepEqual([...used], [undefined, tokens.member]);
    });

    it("says that the account may not see it, or that there is none", async () => {
      const post = await openPost(
        "See [[x]].\n\n[x]: https://github.com/octo-org/hello-world/pull/999999\n",
      );
      await expectHover(
        post,
        post.rangeOf("x"),
        /no such pull request, or your account may not see it/,
      );
    });

    it("says that a token is not good any more", async () => {
      gitHub().faults.push({
        fault: {
          kind: "status",
          status: 401,
          body: { message: "Bad credentials" },
        },
      });
      const post = await openPost(
        "See [[y]].\n\n[y]: https://github.com/octo-org/hello-world/pull/13\n",
      );
      await expectHover(post, post.rangeOf("y"), /GitHub refused the sign-in/);
    });
  });
}
