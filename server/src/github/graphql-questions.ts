import type { Failure } from "../targets/github-port.js";
import type { Status } from "../targets/status.js";
import type { RepositoryName } from "../targets/target.js";
import * as decode from "./graphql-decode.js";
import { decodeDiscussion, decodeItem } from "./graphql-decode-items.js";
import {
  commitFields,
  comparisonFields,
  discussionFields,
  ownerFields,
  releaseFields,
  repositoryFields,
  tipFields,
} from "./graphql-fragments.js";
import {
  type Fields,
  isFields,
  optionalFields,
  repositoryName,
  text,
} from "./shape.js";
import { bareTag } from "./states.js";
import { type AskedTarget, refCandidates } from "./supported.js";

/** One field of a query, and how its answer is read. */
export interface Question {
  readonly selection: string;
  readonly usesItemFragments?: true;
  /** Null: GitHub has none. */
  read(answer: Fields): Status | null | AskRest;
}

/** GraphQL cannot tell; REST can. */
export interface AskRest {
  readonly rest: true;
}

/** Puts a value into the query's variables; returns how the query names it. */
export type Variable = (
  type: "String!" | "Int!",
  value: string | number,
) => string;

export function questionOf(target: AskedTarget, variable: Variable): Question {
  const string = (value: string) => variable("String!", value);
  switch (target.kind) {
    case "pull":
    case "issue":
      return {
        ...inRepository(
          target,
          variable,
          `item: issueOrPullRequest(number: ${variable("Int!", target.number)}) { ...Pull ...Issue }`,
          (answer) =>
            given(answer, "item", decodeItem) ?? whereMoved(target.kind),
        ),
        usesItemFragments: true,
      };
    case "discussion":
      return inRepository(
        target,
        variable,
        `item: discussion(number: ${variable("Int!", target.number)}) { ${discussionFields} }`,
        (answer) => given(answer, "item", decodeDiscussion),
      );
    case "repository":
      return inRepository(
        target,
        variable,
        repositoryFields,
        decode.decodeRepository,
      );
    case "commit":
      return inRepository(
        target,
        variable,
        `item: object(expression: ${string(target.sha)}) { ... on Commit { ${commitFields} } }`,
        (answer, repository) =>
          given(answer, "item", (commit) =>
            decode.decodeCommit(repository, commit),
          ),
      );
    case "branch": {
      const names = refCandidates(target.ref);
      const tip = `... on Commit { ${tipFields} }`;
      return inRepository(
        target,
        variable,
        names
          .map(
            (name, index) =>
              `ref${index}: object(expression: ${string(name)}) { ${tip} ... on Tag { target { ${tip} } } }`,
          )
          .join(" "),
        (answer, repository) => readBranch(answer, repository, names),
      );
    }
    case "compare": {
      const { base } = target;
      const comparison = `compare(headRef: ${string(target.head)}) { ${comparisonFields} }`;
      return inRepository(
        target,
        variable,
        base === undefined
          ? `base: defaultBranchRef { name ${comparison} }`
          : `base: ref(qualifiedName: ${string(`refs/heads/${base}`)}) { name ${comparison} } tag: ref(qualifiedName: ${string(`refs/tags/${base}`)}) { name ${comparison} }`,
        (answer, repository) => readComparison(answer, repository, target.head),
      );
    }
    case "release":
      return inRepository(
        target,
        variable,
        `item: release(tagName: ${string(target.tag)}) { ${releaseFields} } tag: ref(qualifiedName: ${string(`refs/tags/${target.tag}`)}) { name }`,
        (answer, repository) =>
          given(answer, "item", (release) =>
            decode.decodeRelease(repository, release),
          ) ?? given(answer, "tag", () => bareTag(repository, target.tag)),
      );
    case "user":
      return {
        selection: `repositoryOwner(login: ${string(target.login)}) { ${ownerFields} }`,
        read: decode.decodeOwner,
      };
  }
}

function inRepository(
  { owner, repo }: RepositoryName,
  variable: Variable,
  selection: string,
  read: (answer: Fields, repository: string) => Status | null | AskRest,
): Question {
  const names = `owner: ${variable("String!", owner)}, name: ${variable("String!", repo)}`;
  return {
    selection: `repository(${names}) { nameWithOwner ${selection} }`,
    read: (answer) => read(answer, repositoryName(answer, "nameWithOwner")),
  };
}

/** What is no commit, a file or a tree, answers with no fields at all. */
function given(
  answer: Fields,
  name: string,
  read: (part: Fields) => Status,
): Status | null {
  const part = optionalFields(answer, name);
  return part === undefined || Object.keys(part).length === 0
    ? null
    : read(part);
}

/** GraphQL knows nothing of an issue that was transferred to another repository; REST leads there. */
function whereMoved(kind: "pull" | "issue"): AskRest | null {
  return kind === "issue" ? { rest: true } : null;
}

function readBranch(
  answer: Fields,
  repository: string,
  names: readonly string[],
): Status | null {
  for (const [index, name] of names.entries()) {
    const object = optionalFields(answer, `ref${index}`);
    const tip = object && (optionalFields(object, "target") ?? object);
    if (tip !== undefined && "oid" in tip)
      return decode.decodeBranch(repository, name, tip);
  }
  return null;
}

function readComparison(
  answer: Fields,
  repository: string,
  head: string,
): Status | AskRest {
  for (const ref of [answer.base, answer.tag]) {
    if (!isFields(ref)) continue;
    const comparison = optionalFields(ref, "compare");
    if (comparison !== undefined)
      return decode.decodeComparison(
        repository,
        text(ref, "name"),
        head,
        comparison,
      );
  }
  return { rest: true };
}

export function isAskRest(
  result: Status | Failure | AskRest,
): result is AskRest {
  return "rest" in result;
}
