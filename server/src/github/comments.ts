import { LRUCache } from "lru-cache";
import type { ItemComment } from "../targets/status.js";
import { ages } from "./age.js";
import { askDiscussionComment } from "./discussion-comment.js";
import { reading } from "./failure.js";
import { decodeComment } from "./rest-decode.js";
import type { Session } from "./session.js";
import { asFields } from "./shape.js";
import {
  type AskedTarget,
  type CommentName,
  cacheKey,
  commentOf,
} from "./supported.js";

/**
 * The comments an account looked at. GraphQL does not find a comment by the number in its link: REST does, but for
 * those of discussions, which it does not know.
 */
export interface Comments {
  /** The comment that a link names; undefined if it names none, or it is gone or cannot be asked for now. */
  find(target: AskedTarget): Promise<ItemComment | undefined>;
  clear(): void;
}

interface Known {
  readonly comment: Promise<ItemComment | undefined>;
  /** Milliseconds since the epoch. */
  readonly freshUntil: number;
}

/** `now` in milliseconds since the epoch. */
export function createComments(session: Session, now: () => number): Comments {
  const known = new LRUCache<string, Known>({ max: 200 });

  function find(target: AskedTarget): Promise<ItemComment | undefined> {
    const name = commentOf(target);
    if (name === undefined) return Promise.resolve(undefined);
    const key = `${cacheKey(target)} ${name.kind} ${name.id}`;
    const before = known.get(key);
    if (before !== undefined && before.freshUntil > now())
      return before.comment;
    const comment = ask(session, name);
    known.set(key, { comment, freshUntil: now() + ages.open });
    return comment;
  }

  return { find, clear: () => known.clear() };
}

async function ask(
  session: Session,
  name: CommentName,
): Promise<ItemComment | undefined> {
  if (name.kind === "discussion") return askDiscussionComment(session, name);
  const { owner, repo, id } = name;
  const one = { owner, repo, comment_id: id };
  const outcome = await session.rest(
    "core",
    ({ rest: { issues, pulls, repos } }): Promise<{ data: unknown }> => {
      switch (name.kind) {
        case "issue":
          return issues.getComment(one);
        case "line":
          return pulls.getReviewComment(one);
        case "commit":
          return repos.getCommitComment(one);
        case "review":
          return pulls.getReview({
            owner,
            repo,
            pull_number: name.number,
            review_id: id,
          });
      }
    },
  );
  if (!outcome.ok) return undefined;
  const comment = reading(() => decodeComment(asFields(outcome.value.data)));
  return "reason" in comment ? undefined : comment;
}
