import {
  type CompletionItem,
  CompletionItemKind,
} from "vscode-languageserver-types";
import { isFailure } from "../targets/github-port.js";
import type { Status } from "../targets/status.js";
import type { Target } from "../targets/target.js";
import type { CardData } from "./card-data.js";
import type { CompletionEdits } from "./completion-edit.js";
import type { Offer } from "./completion-offers.js";
import type { FeatureContext } from "./context.js";
import { plainLine } from "./escape.js";
import { stateName } from "./state-name.js";
import { targetName } from "./target-name.js";

/** An offer as an editor shows and accepts it. */
export function completionItem(
  context: FeatureContext,
  editsOf: (offer: Offer) => CompletionEdits,
  typed: string,
  offer: Offer,
  status: Status | undefined,
  rank: number,
): CompletionItem {
  const { label, destination, target, unverified } = offer;
  const title = status && titleOf(status);
  return {
    label,
    kind: kindOf(target),
    labelDetails: {
      ...(title && { detail: ` ${title}` }),
      description: aboutOf(status, unverified) || nameOf(target),
    },
    ...(!context.client.lazyDetails && {
      detail: detailOf(target, status, unverified),
    }),
    // What was typed, where it is not the label's own letters that fit: the editor's filter must agree.
    ...(offer.byMeaning
      ? { filterText: `${typed} ${label} ${title ?? ""}` }
      : !context.client.itemDefaults && { filterText: label }),
    sortText: String(rank).padStart(4, "0"),
    ...editsOf(offer),
    data: {
      uri: context.post.uri,
      destination,
    } satisfies CardData,
  };
}

/** All in one line: what the target is called, its state and its title. */
export function detailOf(
  target: Target,
  status: Status | undefined,
  unverified = false,
): string {
  const title = status && titleOf(status);
  return [nameOf(target), aboutOf(status, unverified), title]
    .filter(Boolean)
    .join(" · ");
}

function nameOf(target: Target): string {
  return plainLine(targetName(target), 80);
}

function aboutOf(status: Status | undefined, unverified = false): string {
  if (unverified) return "not looked up";
  if (!status) return "";
  const author = "author" in status ? status.author : undefined;
  return [stateName(status).words, author && plainLine(author, 40)]
    .filter(Boolean)
    .join(" · ");
}

export function cachedStatus(
  { github }: FeatureContext,
  target: Target,
): Status | undefined {
  const result = github.peek(target)?.result;
  return result && !isFailure(result) ? result : undefined;
}

export function knownTitle(
  context: FeatureContext,
  target: Target,
): string | undefined {
  const status = cachedStatus(context, target);
  return status && titleOf(status);
}

function titleOf(status: Status): string | undefined {
  const title = "title" in status ? plainLine(status.title, 80) : "";
  return title === "" ? undefined : title;
}

function kindOf({ kind }: Target): CompletionItemKind {
  switch (kind) {
    case "repository":
      return CompletionItemKind.Module;
    case "pull":
    case "issue":
    case "discussion":
      return CompletionItemKind.Event;
    case "commit":
    case "compare":
    case "branch":
    case "release":
      return CompletionItemKind.Value;
    case "file":
      return CompletionItemKind.File;
    default:
      return CompletionItemKind.Reference;
  }
}
