import type { LabelReading } from "../targets/label-styles.js";
import type { RepositoryName, Target } from "../targets/target.js";
import type { Knowledge } from "./knowledge.js";

/** What a label means if it means a repository's; undefined where it does not say what of it. */
export function targetOf(
  reading: LabelReading,
  name: RepositoryName,
  knowledge: Knowledge,
): Target | undefined {
  const { kind, number, sha, ref } = reading;
  switch (kind) {
    case "repository":
      return { kind, ...name };
    case "pull":
    case "issue":
    case "discussion":
      return number === undefined
        ? undefined
        : { kind, ...name, number, suffix: "" };
    case "issue-or-pull":
      return number === undefined
        ? undefined
        : {
            kind: likelyKind(reading.style, name, number, knowledge),
            ...name,
            number,
            suffix: "",
          };
    case "commit":
      return sha === undefined ? undefined : { kind, ...name, sha, suffix: "" };
    case "branch":
      return ref === undefined ? undefined : { kind, ...name, ref };
    case "release":
      return ref === undefined ? undefined : { kind, ...name, tag: ref };
  }
}

/** GitHub leads from either address to the other, so that a wrong guess still arrives. */
function likelyKind(
  style: string,
  name: RepositoryName,
  number: number,
  knowledge: Knowledge,
): "pull" | "issue" {
  const linked = knowledge.kindOfNumber(name, number);
  if (linked !== undefined) return linked;
  return knowledge.weightOf(style, "issue") > knowledge.weightOf(style, "pull")
    ? "issue"
    : "pull";
}
