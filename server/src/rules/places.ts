import type { Document } from "../markdown/document.js";
import { onceForBoth } from "../markdown/remember.js";
import type { Span } from "../markdown/span.js";
import type { Answer } from "../targets/github-port.js";
import { isFailure } from "../targets/github-port.js";
import type { Status } from "../targets/status.js";
import type {
  RepositoryContent,
  RepositoryTarget,
  Target,
} from "../targets/target.js";
import { repositoryKey, targetKey } from "../targets/target-key.js";
import { parseUrl } from "../targets/url.js";
import type { Post } from "../workspace/post.js";
import { holdsTemplate } from "./template.js";

/** Where a post gives an address: a definition or a link. Its uses by label are no places of their own. */
export interface Place {
  readonly target: Target;
  /** Of the destination. */
  readonly span: Span;
}

/** In document order; definitions that nobody uses and those that do not count included, images not. */
function places({ document, settings }: Post): readonly Place[] {
  return placesIn(document, settings.github.hosts);
}

/** Several rules ask for the same. */
const placesIn = onceForBoth(
  (
    { definitions, links }: Document,
    hosts: readonly string[],
  ): readonly Place[] =>
    [...definitions, ...links.filter(({ image }) => !image)]
      .filter(({ destination }) => !holdsTemplate(destination))
      .map(({ destination, destinationSpan: span }) => ({
        target: parseUrl(destination, hosts),
        span,
      }))
      .sort((a, b) => a.span.start - b.span.start),
);

export interface AnsweredPlace extends Place {
  readonly result: Answer["result"];
}

/** The places of which GitHub said something. */
export function answeredPlaces(post: Post): AnsweredPlace[] {
  return places(post).flatMap((place) => {
    const answer = post.online?.answer(place.target);
    return answer ? [{ ...place, result: answer.result }] : [];
  });
}

/** A place whose target lies in a repository, and its status. */
export interface KnownPlace extends Place {
  readonly target: RepositoryContent;
  readonly status: Exclude<Status, { readonly kind: "user" }>;
}

export function knownPlaces(post: Post): KnownPlace[] {
  return answeredPlaces(post).flatMap(({ target, result, span }) =>
    isFailure(result) || result.kind === "user" || !("repo" in target)
      ? []
      : [{ target, status: result, span }],
  );
}

/** The targets a post gives the address of and GitHub may know, each once. */
export function placedTargets(post: Post): Target[] {
  return uniqueTargets(
    places(post)
      .map(({ target }) => target)
      .filter(({ kind }) => kind !== "url"),
  );
}

/** The repositories that targets lie in, each once. */
export function repositoriesOf(targets: readonly Target[]): RepositoryTarget[] {
  const found = targets.flatMap((target) =>
    "repo" in target ? [[repositoryKey(target), target] as const] : [],
  );
  return [...new Map(found).values()].map(({ host, owner, repo }) => ({
    kind: "repository",
    host,
    owner,
    repo,
  }));
}

export function uniqueTargets(targets: readonly Target[]): Target[] {
  return [...new Map(targets.map((one) => [targetKey(one), one])).values()];
}
