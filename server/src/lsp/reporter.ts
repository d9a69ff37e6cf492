import { diagnostics } from "../features/diagnostics.js";
import { checkInSteps, type Diagnosed } from "../rules/check.js";
import type { Post } from "../workspace/post.js";
import { type Consulted, consulted } from "./consulted.js";
import { createReports, type Report } from "./reports.js";
import type { Session } from "./session.js";
import { createSlices } from "./slices.js";
import { normalizeUri } from "./uris.js";

/** Checks posts, each once for all that ask: what was said is kept as long as nothing it depends on changes. */
export interface Reporter {
  report(post: Post): Report;
  /** The same, letting other messages in between two rules; undefined if the signal ended it. */
  reportInSlices(post: Post, signal: AbortSignal): Promise<Report | undefined>;
  /** Of a post on disk what it says by itself: GitHub is asked of open posts only. */
  reportOn(uri: string): Promise<Report | undefined>;
  /** Whether GitHub says something else now than when an open post was reported on. */
  isOutdated(uri: string): boolean;
}

export function createReporter(
  session: Pick<Session, "posts" | "environment" | "contextOf" | "logError">,
): Reporter {
  const { posts, environment, contextOf, logError } = session;
  const reports = createReports();

  function begin(post: Post) {
    const uri = normalizeUri(post.uri);
    const basis = posts.basisOf(uri);
    const noting = consulted(post);
    const steps = checkInSteps(noting.post, {
      onCrash: (_rule, error) => logError(error),
    });
    return { uri, basis, noting, steps };
  }

  function finish(
    {
      uri,
      basis,
      noting,
    }: { uri: string; basis: readonly unknown[]; noting: Consulted },
    diagnosed: readonly Diagnosed[],
  ): Report {
    const items = diagnostics(noting.post, environment.docsUrl, diagnosed);
    // Findings hold on to their whole post: only those of open ones are asked for again.
    const kept = contextOf(uri) ? diagnosed : [];
    return reports.add(uri, basis, { items, diagnosed: kept }, () =>
      noting.holds(contextOf(uri)?.post.online),
    );
  }

  function currentOn(uri: string): Report | undefined {
    return reports.current(uri, posts.basisOf(uri));
  }

  function report(post: Post): Report {
    const known = currentOn(normalizeUri(post.uri));
    if (known) return known;
    const check = begin(post);
    for (;;) {
      const step = check.steps.next();
      if (step.done) return finish(check, step.value);
    }
  }

  return {
    report,
    async reportInSlices(post, signal) {
      const known = currentOn(normalizeUri(post.uri));
      if (known) return known;
      const check = begin(post);
      const slice = createSlices(environment.now);
      return posts.first(async () => {
        for (;;) {
          const step = check.steps.next();
          if (step.done) return finish(check, step.value);
          await slice();
          if (signal.aborted) return undefined;
        }
      });
    },
    async reportOn(uri) {
      const known = currentOn(uri);
      if (known) return known;
      const post = contextOf(uri)?.post ?? (await posts.read(uri));
      return post && report(post);
    },
    isOutdated: (uri) => reports.isOutdated(normalizeUri(uri)),
  };
}
