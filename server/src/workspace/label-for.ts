import {
  type DefinitionIndex,
  definitionsIn,
} from "../markdown/definition-index.js";
import type { Definition } from "../markdown/document.js";
import { labelKey } from "../markdown/label.js";
import { onceForBoth } from "../markdown/remember.js";
import { formatLabel, stylesWith } from "../targets/label-styles.js";
import type { RepositoryContent, Target } from "../targets/target.js";
import { targetKey } from "../targets/target-key.js";
import { parseUrl } from "../targets/url.js";
import type { WayToName } from "./knowledge.js";
import { isBare } from "./naming.js";
import type { Post } from "./post.js";

/**
 * The label this team would give a target in this post: the one it has already, or else the style that this post, its team
 * lately, and then the other posts write such targets in. No other target of the post has it.
 */
export function labelFor(target: Target, post: Post): string {
  return definitionFor(target, post)?.label ?? newLabelFor(target, post);
}

/** The first definition of the post that leads to a target, and to the same part of its page, and meets a condition. */
export function definitionFor(
  target: Target,
  { document, settings }: Post,
  fits: (definition: Definition) => boolean = () => true,
): Definition | undefined {
  const { definitions } = document.chunks;
  const keys = keysByPage(definitions, settings.github.hosts).get(
    pageKey(target),
  );
  for (const key of keys ?? []) {
    const definition = document.defined.get(key);
    if (definition && fits(definition)) return definition;
  }
  return undefined;
}

/** The labels of the definitions that lead to each page, in document order. */
const keysByPage = onceForBoth(
  (definitions: DefinitionIndex, hosts: readonly string[]) => {
    const keys = new Map<string, string[]>();
    for (const definition of definitionsIn(definitions)) {
      const page = pageOf(definition, hosts);
      const before = keys.get(page);
      if (before) before.push(definition.key);
      else keys.set(page, [definition.key]);
    }
    return keys;
  },
);

const pageOf = onceForBoth(
  ({ destination }: Definition, hosts: readonly string[]) =>
    pageKey(parseUrl(destination, hosts)),
);

/** Equal for one target and the same part of its page: a comment has another label than the pull request it is on. */
function pageKey(target: Target): string {
  return `${targetKey(target)}\n${"suffix" in target ? target.suffix : ""}`;
}

/** A label of the team's style that the post does not define yet; `isTaken` says which others are out of the question. */
export function newLabelFor(
  target: Target,
  post: Post,
  isTaken: (key: string) => boolean = (key) => post.document.defined.has(key),
): string {
  const isFree = (label: string) => !isTaken(labelKey(label));
  for (const { style, alias } of waysToName(target, post)) {
    const called = alias === undefined ? target : { ...target, repo: alias };
    const label = formatLabel(called, style);
    if (label !== undefined && isFree(label)) return label;
  }
  const plain = plainLabel(target);
  for (let copy = 1; ; copy++) {
    const label = copy === 1 ? plain : `${plain}-${copy}`;
    if (isFree(label)) return label;
  }
}

/** The post as one of the team's that has said nothing yet: where others show a style, it is theirs that counts. */
export function asOthersWrite(post: Post): Post {
  const { knowledge } = post;
  return {
    ...post,
    knowledge: {
      ...knowledge,
      waysToName: (target) => knowledge.waysToName(target, "others"),
    },
  };
}

/** What posts do, and then what anybody may: there a bare number is none's. */
function* waysToName(
  target: Target,
  { knowledge, settings }: Post,
): Generator<WayToName> {
  if (!("repo" in target)) return;
  yield* knowledge.waysToName(asBranch(target));
  const { labelStyles } = settings;
  for (const style of [...labelStyles, ...stylesWith(labelStyles)]) {
    if (!isBare(style)) yield { style, alias: undefined };
  }
}

/** A comparison with the default branch is named as the branch is. */
function asBranch(target: RepositoryContent): RepositoryContent {
  if (target.kind !== "compare" || target.base !== undefined) return target;
  const { host, owner, repo, head } = target;
  return { kind: "branch", host, owner, repo, ref: head };
}

/** For what no style says: a file, a user, a comparison, a page elsewhere. */
function plainLabel(target: Target): string {
  const words = wordsOf(target)
    .replace(/[\\[\]]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 100);
  return /\S/.test(words) ? words : "link";
}

function wordsOf(target: Target): string {
  switch (target.kind) {
    case "user":
      return `@${target.login}`;
    case "project":
      return `${target.scope.split("/").at(-1) ?? ""}-project-${target.number}`;
    case "url":
      return target.url
        .replace(/^[a-z]+:\/\/(?:www\.)?/i, "")
        .replace(/\/$/, "");
    case "file":
      return `${target.repo}-${target.refAndPath.split("/").at(-1) ?? ""}`;
    case "compare":
      return `${target.repo}-${target.head}`;
    case "branch":
      return `${target.repo}-${target.ref}`;
    case "release":
      return `${target.repo}-${target.tag}`;
    case "commit":
      return `${target.repo}-commit-${target.sha.slice(0, 7)}`;
    case "repository":
      return `${target.owner}/${target.repo}`;
    default:
      return `${target.repo}-${target.kind}-${target.number}`;
  }
}
