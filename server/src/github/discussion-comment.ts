import type { ItemComment } from "../targets/status.js";
import { reading } from "./failure.js";
import { decodeComment } from "./graphql-decode-items.js";
import type { Session } from "./session.js";
import {
  type Fields,
  fields,
  flag,
  list,
  optionalFields,
  text,
} from "./shape.js";
import type { CommentName } from "./supported.js";

/** A hundred comments each, with a hundred replies: a discussion that is longer has its later comments unseen. */
const pages = 3;

/** All that is needed to find a comment: to read them all would be some megabytes. */
const ids = `query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) { discussion(number: $number) { comments(first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { id databaseId replies(first: 100) { nodes { id databaseId } } }
  } } }
}`;
const comment = `query ($id: ID!) {
  node(id: $id) { ... on DiscussionComment { author { login } createdAt body } }
}`;

/** Without an account GitHub shows no discussion. */
export async function askDiscussionComment(
  session: Session,
  name: Extract<CommentName, { readonly kind: "discussion" }>,
): Promise<ItemComment | undefined> {
  if (!session.signedIn) return undefined;
  const { id: wanted, owner, repo, number } = name;
  let after: string | undefined;
  for (let page = 0; page < pages; page++) {
    const outcome = await session.query(ids, {
      owner,
      repo,
      number,
      after,
    });
    if (!outcome.ok) return undefined;
    const found = reading(() => pageOf(outcome.value.data, wanted));
    if ("reason" in found) return undefined;
    if (found.id !== undefined) return askById(session, found.id);
    after = found.next;
    if (after === undefined) return undefined;
  }
  return undefined;
}

interface Page {
  /** Of the comment, if it is here. */
  readonly id?: string | undefined;
  /** Where the next page begins; undefined if this is the last one. */
  readonly next?: string | undefined;
}

function pageOf(data: Fields, wanted: number): Page {
  const discussion = optionalFields(
    optionalFields(data, "repository") ?? {},
    "discussion",
  );
  if (discussion === undefined) return {};
  const comments = fields(discussion, "comments");
  const found = list(comments, "nodes")
    .flatMap((node) => [node, ...list(fields(node, "replies"), "nodes")])
    .find(({ databaseId }) => databaseId === wanted);
  const info = fields(comments, "pageInfo");
  return {
    id: found && text(found, "id"),
    next: flag(info, "hasNextPage") ? text(info, "endCursor") : undefined,
  };
}

async function askById(
  session: Session,
  id: string,
): Promise<ItemComment | undefined> {
  const outcome = await session.query(comment, { id });
  if (!outcome.ok) return undefined;
  const read = reading(() => decodeComment(fields(outcome.value.data, "node")));
  return "reason" in read ? undefined : read;
}
