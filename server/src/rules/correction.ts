import type { LabelReading } from "../targets/label-styles.js";
import type { RepositoryContent, Target } from "../targets/target.js";
import { formatUrl } from "../targets/url.js";
import type { Post } from "../workspace/post.js";
import type { Disagreement } from "./judge.js";
import { versionIn } from "./version.js";

/** The text with what its target says in place of what it said; undefined where its words do not show how. */
export function correctedText(
  text: string,
  { about, reading, target }: Disagreement,
): string | undefined {
  switch (about) {
    case "number":
      return "number" in target
        ? replaceLast(text, String(reading.number), String(target.number))
        : undefined;
    case "commit": {
      const { sha } = reading;
      return sha !== undefined && target.kind === "commit"
        ? replaceLast(text, sha, target.sha.slice(0, sha.length))
        : undefined;
    }
    case "repository": {
      const { repo = "" } = reading;
      const renamed = replaceLast(text, repo, target.repo);
      return renamed !== undefined &&
        "number" in target &&
        reading.number !== target.number
        ? replaceLast(renamed, String(reading.number), String(target.number))
        : renamed;
    }
    case "version": {
      const said = versionIn(reading.ref ?? "");
      const actual = versionIn(refOf(target) ?? "");
      return said && actual
        ? replaceLast(text, said.join("."), actual.join("."))
        : undefined;
    }
    case "kind":
      return text.replace(
        /pull request|pull|pr|issue|discussion/i,
        target.kind === "pull" ? "pull" : target.kind,
      );
  }
}

/** What the text says, as a target; undefined where it does not say enough. */
export function saidTarget(
  { about, reading, target }: Disagreement,
  { knowledge }: Post,
): Target | undefined {
  const { kind, number, sha, repo, owner } = reading;
  switch (about) {
    case "number":
      return "number" in target && number !== undefined
        ? { ...target, number, suffix: "" }
        : undefined;
    case "commit":
      return sha === undefined
        ? undefined
        : { kind: "commit", ...nameOf(target), sha, suffix: "" };
    case "version": {
      const tag = versionTag(reading, target);
      if (tag === undefined) return undefined;
      return target.kind === "compare"
        ? { ...target, head: tag }
        : { kind: "release", ...nameOf(target), tag };
    }
    case "kind":
      return "number" in target &&
        (kind === "pull" || kind === "issue" || kind === "discussion")
        ? { ...target, kind }
        : undefined;
    case "repository": {
      const meant = knowledge
        .repositoriesNamed(repo ?? "")
        .find(
          (named) =>
            owner === undefined ||
            named.owner.toLowerCase() === owner.toLowerCase(),
        );
      if (meant === undefined) return undefined;
      const name = nameOf(meant);
      return "number" in target && number !== undefined
        ? { ...target, ...name, number, suffix: "" }
        : { ...target, ...name };
    }
  }
}

/** The address of what the text says, where nobody else has written one. */
export function saidUrl(
  disagreement: Disagreement,
  post: Post,
): string | undefined {
  const said = saidTarget(disagreement, post);
  return said && formatUrl(said);
}

/** What names a target's version. */
function refOf(target: RepositoryContent): string | undefined {
  switch (target.kind) {
    case "release":
      return target.tag;
    case "compare":
      return target.head;
    default:
      return undefined;
  }
}

/** The target's tag, as it would be for the version that is said. */
function versionTag(
  { ref = "" }: LabelReading,
  target: RepositoryContent,
): string | undefined {
  const said = versionIn(ref);
  const tag = refOf(target) ?? "";
  const actual = versionIn(tag);
  return said && actual
    ? replaceLast(tag, actual.join("."), said.join("."))
    : undefined;
}

function nameOf({
  host,
  owner,
  repo,
}: Pick<RepositoryContent, "host" | "owner" | "repo">) {
  return { host, owner, repo };
}

function replaceLast(
  text: string,
  what: string,
  by: string,
): string | undefined {
  const at = text.toLowerCase().lastIndexOf(what.toLowerCase());
  return at === -1 || what === ""
    ? undefined
    : text.slice(0, at) + by + text.slice(at + what.length);
}
