import assert from "node:assert/strict";
import { authentication, commands } from "vscode";
import { tokens } from "../../github-standin/seed.js";
import type { StandIn } from "../../github-standin/server.js";
import { expectHover } from "./ask.js";
import { openPost } from "./post.js";
import { eventually } from "./wait.js";

const text =
  "See [[secret]].\n\n[secret]: https://github.com/octo-org/secret/pull/1\n";

export function describeSignIn(gitHub: () => StandIn): void {
  describe("signing in", () => {
    it("shows by command what only the account may see", async () => {
      const post = await openPost(text);
      const range = post.rangeOf("secret");
      await expectHover(post, range, /sign in with .Weeknotes: Sign in/i);

      const signedIn = new Promise<void>((resolve) => {
        authentication.onDidChangeSessions(() => resolve());
      });
      await commands.executeCommand("weeknotes.signIn", "private");
      await signedIn;

      await expectHover(post, range, /Hide better/);
      await eventually("a request with the token", () =>
        gitHub().requests.some(({ token }) => token === tokens.member),
      );
    });

    it("sends the token to the configured host alone", () => {
      const used = new Set(gitHub().requests.map(({ token }) => token));
      assert.deepEqual([...used], [undefined, tokens.member]);
    });
  });
}
