import { version } from "vscode";
import type { StandIn } from "../../github-standin/server.js";
import { describeCards } from "./cards.js";
import { describeCompletion } from "./completion.js";
import { describeDiagnostics } from "./diagnostics.js";
import { startGitHub } from "./github.js";
import { describeNavigation } from "./navigation.js";
import { removePosts } from "./post.js";
import { describeSignIn } from "./sign-in.js";

describe(`VS Code ${version}`, () => {
  let standIn: StandIn | undefined;

  before(async () => {
    standIn = await startGitHub();
  });
  afterEach(removePosts);
  after(() => standIn?.close());

  describeDiagnostics();
  describeCompletion();
  describeNavigation();
  describeCards(gitHub);
  // Last: an account that is signed in stays so.
  describeSignIn(gitHub);

  function gitHub(): StandIn {
    if (!standIn) throw new Error("the stand-in for GitHub is not running");
    return standIn;
  }
});
