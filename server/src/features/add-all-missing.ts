import type { TextEdit } from "vscode-languageserver-types";
import {
  addDefinitions,
  type NewDefinition,
} from "../markdown/edits/add-definitions.js";
import { type UndefinedUse, undefinedUses } from "../rules/missing-labels.js";
import { suppressions } from "../rules/suppressions.js";
import {
  definitionCandidates,
  undefinedReference,
} from "../rules/undefined-reference.js";
import type { Post } from "../workspace/post.js";

export interface MissingDefinitions {
  readonly edits: TextEdit[];
  /** The labels that `edits` define, as the post writes them. */
  readonly added: readonly string[];
  /** The labels whose URL cannot be known: nothing suggests one, several are as likely, or a typo explains the label. */
  readonly unknown: readonly string[];
}

/** Defines every label that only one URL is likely for, as an author would who looks at the result. */
export function addAllMissing(post: Post): MissingDefinitions {
  const isSuppressed = suppressions(post.document);
  const uses = new Map<string, UndefinedUse>();
  for (const use of undefinedUses(post)) {
    const { key, span } = use.reference;
    if (isSuppressed(undefinedReference.id, span.start)) continue;
    if (!uses.has(key)) uses.set(key, use);
  }

  const definitions: NewDefinition[] = [];
  const unknown: string[] = [];
  for (const use of uses.values()) {
    const { label } = use.reference;
    const destination = likelyDestination(post, use);
    if (destination === undefined) unknown.push(label);
    else definitions.push({ label, destination });
  }
  return {
    edits: addDefinitions(post.document, definitions),
    added: definitions.map(({ label }) => label),
    unknown,
  };
}

function likelyDestination(post: Post, use: UndefinedUse): string | undefined {
  if (use.nearMisses.length > 0) return undefined;
  const candidates = definitionCandidates(post, use);
  const certain = candidates.find((candidate) => candidate.certain);
  if (certain) return certain.destination;
  if (candidates.some(({ by }) => by !== undefined)) return undefined;
  // Any words could be a repository that no post names, or a branch of one.
  const [only, ...more] = candidates.filter(
    ({ target }) => target.kind !== "branch" && target.kind !== "repository",
  );
  return more.length === 0 ? only?.destination : undefined;
}
