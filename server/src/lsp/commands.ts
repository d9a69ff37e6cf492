import type { TextEdit } from "vscode-languageserver";
import { addAllMissing } from "../features/add-all-missing.js";
import { defineLabel } from "../features/define-label.js";
import { removeDefinitions } from "../markdown/edits/remove-definitions.js";
import { sortDefinitions } from "../markdown/edits/sort-definitions.js";
import {
  type AskDestinationParams,
  askDestination,
  serverCommands,
} from "../protocol/protocol.js";
import { unusedDefinitions } from "../rules/unused-definition.js";
import type { Target } from "../targets/target.js";
import { parseUrl } from "../targets/url.js";
import type { Post } from "../workspace/post.js";
import { workspaceEdit } from "./edits.js";
import { explainLabelAt } from "./explain-label.js";
import type { Feature } from "./feature.js";
import { showInformation } from "./messages.js";
import { postsLearned } from "./posts-learned.js";
import type { Session } from "./session.js";

type Command = (
  session: Session,
  post: Post,
  argument: unknown,
  signal: AbortSignal,
) => Promise<unknown>;

/** All that the server names; the compiler misses none. */
const postCommands = {
  [serverCommands.addMissingDefinitions]: addMissing,
  [serverCommands.sortDefinitions]: sort,
  [serverCommands.removeUnusedDefinitions]: removeUnused,
  [serverCommands.refreshStatuses]: refreshStatuses,
  [serverCommands.defineLabel]: askAndDefine,
  [serverCommands.explainLabel]: explainLabelAt,
} satisfies Readonly<Record<Exclude<CommandName, GeneralCommandName>, Command>>;

/** Those that are about no post. */
const generalCommands = {
  [serverCommands.refreshAllStatuses]: refreshAllStatuses,
  [serverCommands.clearCache]: clearCache,
} satisfies Readonly<Record<string, (session: Session) => Promise<void>>>;

type CommandName = (typeof serverCommands)[keyof typeof serverCommands];
type GeneralCommandName = keyof typeof generalCommands;

/** The first argument of the other commands is the URI of an open post. */
export const commandFeature: Feature = (session) => {
  const { connection, handlers, contextOf } = session;
  const commands = new Map<string, Command>(Object.entries(postCommands));
  const general = new Map(Object.entries(generalCommands));
  connection.onExecuteCommand(
    handlers.forWorkspace(
      null,
      async ({ command, arguments: given }, signal) => {
        const [uri, argument]: unknown[] = given ?? [];
        const run = commands.get(command);
        const runInGeneral = general.get(command);
        const post = typeof uri === "string" && contextOf(uri)?.post;
        if (runInGeneral) await runInGeneral(session);
        else if (!run)
          connection.console.warn(`There is no command "${command}".`);
        else if (post)
          return (await run(session, post, argument, signal)) ?? null;
        else say(session, "Open the post first.");
        return null;
      },
    ),
  );
};

async function addMissing(
  session: Session,
  { uri }: Post,
  _argument: unknown,
  signal: AbortSignal,
): Promise<void> {
  const isLearned = await postsLearned(session.posts, signal);
  const post = session.contextOf(uri)?.post;
  if (signal.aborted || !post) return;
  const { edits, added, unknown } = addAllMissing(post);
  if (added.length > 0) {
    await apply(session, post, edits, "Add all missing definitions");
  }
  if (unknown.length > 0) {
    const labels = unknown.map(quoted).join(", ");
    say(
      session,
      isLearned
        ? `Nothing is known of ${labels}.`
        : `Nothing is known yet of ${labels}: the other posts are still being read. Try again when they are.`,
    );
  } else if (added.length === 0) {
    say(session, "No definition is missing.");
  }
}

async function sort(session: Session, post: Post): Promise<void> {
  const edits = sortDefinitions(post.document);
  if (edits.length > 0) await apply(session, post, edits, "Sort definitions");
  else
    say(
      session,
      "There is nothing to sort. Definitions inside lists and quotes stay where they are.",
    );
}

async function removeUnused(session: Session, post: Post): Promise<void> {
  const unused = unusedDefinitions(post);
  const edits = removeDefinitions(post.document, unused);
  if (edits.length > 0)
    await apply(session, post, edits, "Remove unused definitions");
  else
    say(
      session,
      unused.length === 0
        ? "Every definition is used."
        : "The unused definitions stay: without them, the text around them would be read in another way.",
    );
}

async function refreshStatuses(
  { contextOf }: Session,
  { uri }: Post,
): Promise<void> {
  const context = contextOf(uri);
  if (!context) return;
  const targets = targetsIn(context.post);
  context.github.expire(targets);
  await context.github.statuses(targets);
}

async function refreshAllStatuses(session: Session): Promise<void> {
  const { github, documents, contextOf } = session;
  github.expire();
  await Promise.all(
    documents.all().map(({ uri }) => {
      const context = contextOf(uri);
      return context?.github.statuses(targetsIn(context.post));
    }),
  );
}

async function clearCache(session: Session): Promise<void> {
  session.github.forget();
  say(session, "What was known from GitHub is forgotten.");
}

function targetsIn({ document, settings }: Post): Target[] {
  return [...document.definitions, ...document.links].map(({ destination }) =>
    parseUrl(destination, settings.github.hosts),
  );
}

async function askAndDefine(
  session: Session,
  { uri }: Post,
  label: unknown,
): Promise<void> {
  const { client, connection, contextOf } = session;
  if (typeof label !== "string") return;
  if (!client.options.canAskDestination) {
    say(
      session,
      `Nothing is known of ${quoted(label)}. Write its definition at the end of the post: [${label}]: https://…`,
    );
    return;
  }
  const destination = await connection.sendRequest<unknown>(askDestination, {
    label,
  } satisfies AskDestinationParams);
  if (typeof destination !== "string" || destination.trim() === "") return;
  // The post may have changed while the user was typing.
  const post = contextOf(uri)?.post;
  if (!post) return;
  const edits = defineLabel(post, label, destination.trim());
  await apply(session, post, edits, `Define ${quoted(label)}`);
}

async function apply(
  session: Session,
  post: Post,
  edits: readonly TextEdit[],
  label: string,
): Promise<void> {
  const edit = workspaceEdit(session, post, edits);
  const { applied } = edit
    ? await session.connection.workspace.applyEdit({ label, edit })
    : { applied: false };
  if (!applied) {
    say(session, "The post changed in the meantime: nothing was done.");
  }
}

function say({ connection }: Session, message: string): void {
  showInformation(connection, message);
}

function quoted(label: string): string {
  return `“${label}”`;
}
