import type { ChecksState, LinkedItem } from "../targets/status.js";
import {
  count,
  type Fields,
  fields,
  list,
  optionalFields,
  repositoryName,
  text,
} from "./shape.js";

/** What several of GraphQL's types have. Every function throws a `ShapeError` for what is none. */
export function login(item: Fields, name = "author"): string | undefined {
  const account = optionalFields(item, name);
  return account && text(account, "login");
}

/** Undefined where the query did not ask for them. */
export function linked(
  item: Fields,
  name: string,
): readonly LinkedItem[] | undefined {
  const found = optionalFields(item, name);
  return (
    found &&
    list(found, "nodes").map((other) => ({
      repository: repositoryName(fields(other, "repository"), "nameWithOwner"),
      number: count(other, "number"),
      title: text(other, "title"),
    }))
  );
}

export function checks(commit: Fields): ChecksState | undefined {
  const rollup = optionalFields(commit, "statusCheckRollup");
  switch (rollup && text(rollup, "state")) {
    case "SUCCESS":
      return "success";
    case "FAILURE":
    case "ERROR":
      return "failure";
    case "PENDING":
    case "EXPECTED":
      return "pending";
    default:
      return undefined;
  }
}
