import { version } from "vscode";
import { describeCards } from "./cards.js";
import { describeCompletion } from "./completion.js";
import { describeConventions } from "./conventions.js";
import { describeDiagnostics } from "./diagnostics.js";
import { describeNavigation } from "./navigation.js";
import { removePosts } from "./post.js";
import { describeQuickFixes } from "./quick-fixes.js";
import { describeRefactorings } from "./refactorings.js";
import { describeSignIn } from "./sign-in.js";
import { describeStates } from "./states.js";

describe(`VS Code ${version}`, () => {
  afterEach(removePosts);
  // First: what most posts do without is no convention, and VS Code closes posts late that other tests have opened.
  describeConventions();
  describeDiagnostics();
  describeQuickFixes();
  describeRefactorings();
  describeCompletion();
  describeNavigation();
  describeStates();
  describeCards();
  // Last: an account that is signed in stays so.
  describeSignIn();
});
