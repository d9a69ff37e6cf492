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
  const visible = visibleRepositories(post);
  return notFound(post).map((place) => {
    const { target } = place;
    if ("repo" in target && visible.has(repositoryKey(target)))
      return { place, severity: "warning", doubt: "" };
    return post.online?.account === "signed-in"
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
  if (post.online?.account !== "signed-in") return [];
  const visible = visibleRepositories(post);
  return repositoriesOf(
    notFound(post).flatMap(({ target }) =>
      "repo" in target &&
      target.kind !== "repository" &&
      !visible.has(repositoryKey(target))
        ? [target]
        : [],
    ),
  );
}

function notFound(post: Post): AnsweredPlace[] {
  return answeredPlaces(post).filter(
    ({ result }) => isFailure(result) && result.reason === "not-found",
  );
}

/** By `repositoryKey`. */
function visibleRepositories(post: Post): ReadonlySet<string> {
  const answered = answeredPlaces(post);
  const seen = new Set(
    answered.flatMap(({ target, result }) =>
      "repo" in target && !isFailure(result) ? [repositoryKey(target)] : [],
    ),
  );
  for (const repository of repositoriesOf(
    answered.map(({ target }) => target),
  )) {
    const answer = post.online?.answer(repository);
    if (answer && !isFailure(answer.result))
      seen.add(repositoryKey(repository));
  }
  return seen;
}
