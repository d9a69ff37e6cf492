import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type TextEdit,
} from "vscode-languageserver-types";
import { removeDefinitions } from "../markdown/edits/remove-definitions.js";
import { sortDefinitions } from "../markdown/edits/sort-definitions.js";
import { overlaps, type Span } from "../markdown/span.js";
import { serverCommands } from "../protocol/protocol.js";
import { checkPost, type Diagnosed } from "../rules/check.js";
import { fixAll } from "../rules/fix-all.js";
import type { Fix } from "../rules/rule.js";
import { undefinedReference } from "../rules/undefined-reference.js";
import {
  unusedDefinition,
  unusedDefinitions,
} from "../rules/unused-definition.js";
import type { Post } from "../workspace/post.js";
import { addAllMissing } from "./add-all-missing.js";
import type { FeatureContext } from "./context.js";
import { diagnosticOf } from "./diagnostics.js";
import { disableRuleEdit } from "./disable-rule.js";
import { refactoringActions } from "./refactorings/actions.js";
import { refactoringKinds } from "./refactorings/kinds.js";

/** The kinds of action there are, for the server's capabilities. */
export const codeActionKinds = {
  quickFix: CodeActionKind.QuickFix,
  fixAll: `${CodeActionKind.SourceFixAll}.weeknotes`,
  addMissing: `${CodeActionKind.Source}.addMissingDefinitions.weeknotes`,
  removeUnused: `${CodeActionKind.Source}.removeUnusedDefinitions.weeknotes`,
  sort: `${CodeActionKind.Source}.sortDefinitions.weeknotes`,
  ...refactoringKinds,
} as const;

/**
 * What the light bulb and the source menu offer. `only`: the kinds that were asked for, with those below them; all if
 * absent. `docsUrl` as for the diagnostics, so that the client sees the same ones. `diagnosed`: gives what the rules say
 * of the post, where that is known.
 */
export function codeActions(
  context: FeatureContext,
  range: Range,
  only?: readonly CodeActionKind[],
  docsUrl?: string,
  diagnosed = () => checkPost(context.post) as readonly Diagnosed[],
): CodeAction[] {
  const { post } = context;
  const wants = (kind: CodeActionKind) =>
    only === undefined ||
    only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  const actions: CodeAction[] = [];
  if (wants(codeActionKinds.quickFix))
    actions.push(...quickFixes(post, range, docsUrl, diagnosed()));
  if (wants(codeActionKinds.fixAll))
    actions.push(
      ...sourceAction(post, "Fix all", codeActionKinds.fixAll, fixAll(post)),
    );
  if (wants(codeActionKinds.addMissing)) {
    const missing = addAllMissing(post);
    actions.push(
      ...sourceAction(
        post,
        addAllTitle(missing),
        codeActionKinds.addMissing,
        missing.edits,
      ),
    );
  }
  if (wants(codeActionKinds.removeUnused))
    actions.push(
      ...sourceAction(
        post,
        removeAllTitle,
        codeActionKinds.removeUnused,
        removeDefinitions(post.document, unusedDefinitions(post)),
      ),
    );
  if (wants(codeActionKinds.sort))
    actions.push(
      ...sourceAction(
        post,
        "Sort definitions",
        codeActionKinds.sort,
        sortDefinitions(post.document),
      ),
    );
  actions.push(...refactoringActions(context, range, wants));
  // Asked for everything, the menu offers what a quick fix does already only once.
  return actions.filter(
    ({ title }, index) =>
      actions.findIndex((other) => other.title === title) === index,
  );
}

const removeAllTitle = "Remove all unused definitions";

function quickFixes(
  post: Post,
  range: Range,
  docsUrl: string | undefined,
  diagnosed: readonly Diagnosed[],
): CodeAction[] {
  const asked = post.document.lines.spanOf(range);
  const touched = diagnosed
    .filter(({ finding }) => touchesSpan(finding.span, asked))
    .map((one) => ({
      ...one,
      diagnostic: diagnosticOf(post, one, docsUrl),
    }));
  const of = (ruleId: string) =>
    touched
      .filter(({ rule }) => rule.id === ruleId)
      .map(({ diagnostic }) => diagnostic);

  return [
    ...touched.flatMap(({ finding, diagnostic }) =>
      finding.fixes().map((fix) => quickFix(post, fix, diagnostic)),
    ),
    ...addAll(post, of(undefinedReference.id)),
    ...removeAll(post, of(unusedDefinition.id)),
    ...disableActions(post, touched),
  ];
}

/** A cursor beside a finding is on it. */
function touchesSpan(span: Span, asked: Span): boolean {
  return (
    overlaps(span, asked) ||
    (asked.start === asked.end &&
      span.start <= asked.start &&
      asked.start <= span.end)
  );
}

function quickFix(post: Post, fix: Fix, diagnostic: Diagnostic): CodeAction {
  const common = {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
  };
  if (fix.kind === "ask-destination") {
    return {
      ...common,
      command: {
        title: fix.title,
        command: serverCommands.defineLabel,
        arguments: [post.uri, fix.label],
      },
    };
  }
  return {
    ...common,
    edit: edit(post, fix.edits),
    ...(fix.preferred ? { isPreferred: true } : {}),
  };
}

function addAll(post: Post, touched: readonly Diagnostic[]): CodeAction[] {
  if (touched.length === 0) return [];
  const missing = addAllMissing(post);
  if (missing.added.length < 2) return [];
  return [
    {
      title: addAllTitle(missing),
      kind: CodeActionKind.QuickFix,
      diagnostics: [...touched],
      edit: edit(post, missing.edits),
    },
  ];
}

const mostNamed = 3;

function addAllTitle({
  added,
  unknown,
}: ReturnType<typeof addAllMissing>): string {
  const title = `Add all missing definitions (${added.length})`;
  if (unknown.length === 0) return title;
  const more = unknown.length - mostNamed;
  return `${title}, not known: ${unknown.slice(0, mostNamed).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function removeAll(post: Post, touched: readonly Diagnostic[]): CodeAction[] {
  if (touched.length === 0) return [];
  const unused = unusedDefinitions(post);
  if (unused.length < 2) return [];
  const edits = removeDefinitions(post.document, unused);
  if (edits.length === 0) return [];
  return [
    {
      title: `${removeAllTitle} (${unused.length})`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [...touched],
      edit: edit(post, edits),
    },
  ];
}

/** One for each rule and line. */
function disableActions(
  post: Post,
  touched: readonly (Diagnosed & { readonly diagnostic: Diagnostic })[],
): CodeAction[] {
  const offered = new Set<string>();
  return touched.flatMap(({ rule, finding, diagnostic }) => {
    const place = `${rule.id} ${diagnostic.range.start.line}`;
    if (offered.has(place)) return [];
    offered.add(place);
    const disable = disableRuleEdit(post, rule.id, finding.span);
    return disable
      ? [
          {
            title: `Disable ${rule.id} for this line`,
            kind: CodeActionKind.QuickFix,
            diagnostics: [diagnostic],
            edit: edit(post, [disable]),
          },
        ]
      : [];
  });
}

function sourceAction(
  post: Post,
  title: string,
  kind: CodeActionKind,
  edits: readonly TextEdit[],
): CodeAction[] {
  return edits.length === 0 ? [] : [{ title, kind, edit: edit(post, edits) }];
}

function edit({ uri }: Post, edits: readonly TextEdit[]) {
  return { changes: { [uri]: [...edits] } };
}
