import { isFailure } from "../targets/github-port.js";
import type { Target } from "../targets/target.js";
import { repositoryKey } from "../targets/target-key.js";
import type { Post } from "../workspace/post.js";
import {
  type AnsweredPlace,
  answeredPlaces,
  repositoriesOf,
} from "./places.js";
import type { Severity } from "./rule.js";

/** A place whose target GitHub says it does not have. */
export interface Missing {
  readonly place: AnsweredPlace;
  readonly severity: Severity;
  /** What to add where it may only be out of sight. */
  readonly doubt: string;
}

/**
 * GitHub does not tell what there is not from what may not be seen. Where something else in the repository can be seen,
 * the thing is missing; otherwise the author is told that this is not certain.
 */
export function missingPlaces(post: Post): Missing[] {
  const answered = answeredPlaces(post);
  const missing = answered.filter(isNotFound);
  if (missing.length === 0) return [];
  const visible = visibleRepositories(post, answered);
  return missing.map((place) => {
    const { target } = place;
    if ("repo" in target && visible.has(repositoryKey(target)))
      return { place, severity: "warning", doubt: "" };
    return post.online?.account(target) === "signed-in"
      ? {
          place,
          severity: "information",
          doubt: ", or your account may not see it",
        }
      : {
          place,
          severity: "hint",
          doubt: ", or one must sign in to see it",
        };
  });
}

/** The repositories of what is not found: whether they can be seen decides how certain that is. */
export function repositoriesInDoubt(post: Post): Target[] {
  const { online } = post;
  if (!online) return [];
  const answered = answeredPlaces(post);
  const missing = answered.filter(isNotFound);
  if (missing.length === 0) return [];
  const visible = visibleRepositories(post, answered);
  return repositoriesOf(
    missing
      .map(({ target }) => target)
      .filter(({ kind }) => kind !== "repository"),
  ).filter(
    (repository) =>
      online.account(repository) === "signed-in" &&
      !visible.has(repositoryKey(repository)),
  );
}

/** Whether GitHub is known to have no such thing, or not for this account. */
export function isMissing({ online }: Post, target: Target): boolean {
  const answer = online?.answer(target);
  return answer !== undefined && isNotFound(answer);
}

function isNotFound({ result }: Pick<AnsweredPlace, "result">): boolean {
  return isFailure(result) && result.reason === "not-found";
}

/** By `repositoryKey`. */
function visibleRepositories(
  { online }: Post,
  answered: readonly AnsweredPlace[],
): ReadonlySet<string> {
  const seen = answered.flatMap(({ target, result }) =>
    "repo" in target && !isFailure(result) ? [repositoryKey(target)] : [],
  );
  const asked = repositoriesOf(answered.map(({ target }) => target)).filter(
    (repository) => {
      const answer = online?.answer(repository);
      return answer !== undefined && !isFailure(answer.result);
    },
  );
  return new Set([...seen, ...asked.map(repositoryKey)]);
}
