import type { CommitLine, LinkedItem, Status, Tag } from "../targets/status.js";
import { isFields, isHash, isRepositoryName } from "./shape.js";

type Kind = Status["kind"];
type StatusOf<K extends Kind> = Extract<Status, { readonly kind: K }>;
type IsStored = (value: unknown) => boolean;

/** Takes the place of a field that a status does not have, in JSON as in the status itself. */
const optional =
  (isStored: IsStored): IsStored =>
  (value) =>
    value === undefined || isStored(value);
const text: IsStored = (value) => typeof value === "string";
const name: IsStored = (value) =>
  typeof value === "string" && isRepositoryName(value);
const hash: IsStored = (value) => typeof value === "string" && isHash(value);
const flag: IsStored = (value) => typeof value === "boolean";
const count: IsStored = (value) => Number.isSafeInteger(value);
const oneOf =
  <T extends string>(...values: readonly T[]): IsStored =>
  (value) =>
    values.some((known) => known === value);
const object =
  <T>(shape: Readonly<Record<keyof T & string, IsStored>>): IsStored =>
  (value) =>
    fits(value, shape);
const listOf =
  (isStored: IsStored): IsStored =>
  (value) =>
    Array.isArray(value) && value.every(isStored);
const tags = listOf(object<Tag>({ name: text, color: text }));
const linked = object<LinkedItem>({
  repository: name,
  number: count,
  title: text,
});
const people = {
  assignees: optional(listOf(text)),
  milestone: optional(text),
};
const checks = optional(oneOf("success", "failure", "pending"));

/** Every field of every kind: the compiler asks for a line here when a status gets another one. */
const shapes: {
  readonly [K in Kind]: Readonly<Record<keyof StatusOf<K>, IsStored>>;
} = {
  pull: {
    kind: oneOf("pull"),
    repository: name,
    number: count,
    title: text,
    state: oneOf("open", "draft", "merged", "closed", "queued"),
    author: optional(text),
    createdAt: text,
    mergedAt: optional(text),
    closedAt: optional(text),
    baseBranch: text,
    headBranch: text,
    labels: tags,
    checks,
    review: optional(oneOf("approved", "changes-requested", "review-required")),
    mergeable: optional(flag),
    autoMerge: optional(flag),
    closes: optional(listOf(linked)),
    ...people,
    comments: count,
    additions: count,
    deletions: count,
    body: text,
  },
  issue: {
    kind: oneOf("issue"),
    repository: name,
    number: count,
    title: text,
    state: oneOf("open", "completed", "not-planned", "duplicate"),
    author: optional(text),
    createdAt: text,
    closedAt: optional(text),
    labels: tags,
    ...people,
    subIssues: optional(
      object<{ done: number; total: number }>({ done: count, total: count }),
    ),
    closedBy: optional(listOf(linked)),
    comments: count,
    body: text,
  },
  discussion: {
    kind: oneOf("discussion"),
    repository: name,
    number: count,
    title: text,
    answered: flag,
    closed: optional(flag),
    answeredBy: optional(text),
    category: optional(text),
    author: optional(text),
    createdAt: text,
    comments: count,
    body: text,
  },
  repository: {
    kind: oneOf("repository"),
    repository: name,
    description: text,
    archived: flag,
    fork: flag,
    parent: optional(name),
    private: flag,
    defaultBranch: optional(text),
    pushedAt: optional(text),
  },
  commit: {
    kind: oneOf("commit"),
    repository: name,
    sha: hash,
    title: text,
    body: text,
    author: optional(text),
    committedAt: text,
    checks,
    verified: optional(flag),
    pull: optional(linked),
    additions: count,
    deletions: count,
  },
  compare: {
    kind: oneOf("compare"),
    repository: name,
    base: text,
    head: text,
    ahead: count,
    behind: count,
    lastCommit: optional(
      object<CommitLine>({ sha: hash, title: text, committedAt: text }),
    ),
  },
  branch: {
    kind: oneOf("branch"),
    repository: name,
    branch: text,
    sha: hash,
    title: text,
    committedAt: text,
  },
  release: {
    kind: oneOf("release"),
    repository: name,
    tag: text,
    title: text,
    latest: optional(flag),
    state: oneOf("published", "prerelease", "draft", "tag-only"),
    author: optional(text),
    publishedAt: optional(text),
    body: text,
  },
  user: {
    kind: oneOf("user"),
    login: text,
    name: optional(text),
    organization: flag,
    bio: text,
  },
};

/** Whether a value that was read from a file is a status of this version. */
export function isStoredStatus(value: unknown): value is Status {
  return (
    isFields(value) && isKind(value.kind) && fits(value, shapes[value.kind])
  );
}

function isKind(value: unknown): value is Kind {
  return typeof value === "string" && Object.hasOwn(shapes, value);
}

function fits(
  value: unknown,
  shape: Readonly<Record<string, IsStored>>,
): boolean {
  return (
    isFields(value) &&
    Object.keys(value).every((name) => Object.hasOwn(shape, name)) &&
    Object.entries(shape).every(([name, isStored]) => isStored(value[name]))
  );
}
