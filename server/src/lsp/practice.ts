import type { Position } from "vscode-languageserver";
import { completion } from "../features/completion.js";
import type { ClientSupport, FeatureContext } from "../features/context.js";
import { definition } from "../features/definition.js";
import { diagnostics } from "../features/diagnostics.js";
import { hover } from "../features/hover.js";
import { references } from "../features/references.js";
import { rename } from "../features/rename.js";
import type { Document } from "../markdown/document.js";
import { edit } from "../markdown/edit.js";
import { parse } from "../markdown/parse.js";
import { checkInSteps } from "../rules/check.js";
import type { GitHub } from "../targets/github-port.js";
import { factsOf } from "../workspace/facts.js";
import { createIndex } from "../workspace/index.js";
import type { Post } from "../workspace/post.js";
import { defaultSettings } from "../workspace/settings.js";
import { delay } from "./delay.js";
import type { Environment } from "./environment.js";
import { createPause } from "./pause.js";
import { practicePost, practiceStart } from "./practice-post.js";
import type { Events, Session } from "./session.js";
import { silentGitHub } from "./silent-github.js";

/** Milliseconds after the last change of a text. */
const rest = 400;
/** Milliseconds of work, and then of waiting for what has come in. */
const stint = 5;
const breath = 4;
/** A timer that is so many milliseconds late tells that something else is at work. */
const late = 8;

interface Practising extends Pick<Session, "logError" | "contextOf"> {
  readonly client: ClientSupport;
  readonly github: GitHub;
  readonly environment: Pick<Environment, "now" | "docsUrl">;
  readonly events: Pick<Events, "documentChanged" | "documentClosed">;
}

/**
 * What the first key costs is paid while the author rests. Once a session the server types labels in a post of its own and asks
 * itself what an editor would ask: JavaScript runs many times slower at first, until V8 has seen what it does and has compiled
 * it. Then it does so in each text that was opened, in a copy that nobody sees: what is read of a text once as long as it stays
 * as it is, is read by then. Each change of a text puts the rest of it off.
 */
export function practise(session: Practising): void {
  const { events, environment, logError } = session;
  const opened = new Set<string>();
  const acts: AsyncGenerator<undefined, void>[] = [practice(session)];
  let changes = 0;

  const soon = createPause(rest, () => void run().catch(logError));
  events.documentChanged.add((uri) => {
    changes++;
    if (!opened.has(uri)) acts.push(rehearsal(session, uri));
    opened.add(uri);
    if (acts.length > 0) soon();
  });
  events.documentClosed.add((uri) => opened.delete(uri));

  async function run(): Promise<void> {
    const before = changes;
    while (acts.length > 0 && changes === before) {
      const asked = environment.now();
      await delay(breath);
      const began = environment.now();
      if (began > asked + breath + late) await delay(rest);
      else
        while (acts.length > 0 && environment.now() < began + stint)
          if ((await acts[0]?.next())?.done) acts.shift();
    }
  }
}

/** A label's first letters, typed in the middle of a text, unless its author begins to type before that is over. */
async function* rehearsal(
  session: Practising,
  uri: string,
): AsyncGenerator<undefined, void> {
  const context = session.contextOf(uri);
  if (!context) return;
  const { document } = context.post;
  const start = placeToType(document);
  if (start === undefined) return;
  const [first] = document.defined.values();
  const typed = ` [[${first?.label ?? ""}`;
  for await (const _ of typeIn({ ...session, context }, start, typed)) {
    if (session.contextOf(uri)?.post.document !== document) return;
    yield;
  }
}

/** The end of a paragraph or list, in or before the middle. */
function placeToType({ chunks: { all, at } }: Document): number | undefined {
  for (let index = all.length >> 1; index >= 0; index--) {
    const block = at(index).blocks.at(-1);
    if (block?.type === "paragraph" || block?.type === "list")
      return block.span.end;
  }
  return undefined;
}

const uri = "weeknotes-practice:/2000-01-01-practice.md";
const labels = 7;

async function* practice(session: Practising): AsyncGenerator<undefined, void> {
  const settings = defaultSettings;
  const document = parse(practicePost());
  const facts = factsOf(uri, document, settings.github.hosts);
  const index = createIndex(settings);
  index.set(facts);
  const knowledge = index.knowledgeOf(uri, facts, document);
  const { client, environment } = session;
  const context: FeatureContext = {
    post: { uri, document, knowledge, settings },
    github: session.github,
    now: environment.now(),
    client,
    documentOf: async () => undefined,
    delay,
  };
  const names = [...document.defined.values()].map(({ label }) => label);
  const start = practiceStart(document.text);
  const { signal } = new AbortController();
  for (let turn = 0; turn < labels; turn++) {
    const typed = ` [[${names[turn * 11] ?? ""}]]`;
    const { post, position } = yield* typeIn(
      { ...session, context },
      start,
      typed,
    );
    for (let back = 3; back < typed.length - 3; back++) {
      const { line, character } = position;
      const within = { line, character: character - back };
      await hover({ ...context, post }, within, signal);
      yield;
      definition(post, within);
      references(post, within, true, index);
      yield;
      rename(post.document, within, `practised-${turn}`);
      yield;
    }
  }
}

/** Types in a copy of a post, and asks after each character what an editor would ask. Each step takes a few milliseconds. */
async function* typeIn(
  {
    context,
    github,
    environment: { now, docsUrl },
  }: Practising & { readonly context: FeatureContext },
  start: number,
  typed: string,
): AsyncGenerator<undefined, { post: Post; position: Position }> {
  const asked = silentGitHub(github, now);
  const { signal } = new AbortController();
  let { post } = context;
  let end = start;
  let position = post.document.lines.positionAt(end);
  for (const text of typed) {
    const span = { start: end, end };
    const document = edit(post.document, [{ span, text }]);
    post = { ...post, document };
    end += text.length;
    position = document.lines.positionAt(end);
    yield;
    await completion({ ...context, post, github: asked }, position, signal);
    yield;
    const steps = checkInSteps(post);
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield;
    JSON.stringify(diagnostics(post, docsUrl, step.value));
    yield;
  }
  return { post, position };
}
