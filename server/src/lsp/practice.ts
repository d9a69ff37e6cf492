import { completion } from "../features/completion.js";
import type { ClientSupport, FeatureContext } from "../features/context.js";
import { definition } from "../features/definition.js";
import { diagnostics } from "../features/diagnostics.js";
import { hover } from "../features/hover.js";
import { references } from "../features/references.js";
import { rename } from "../features/rename.js";
import { edit } from "../markdown/edit.js";
import { parse } from "../markdown/parse.js";
import { checkInSteps } from "../rules/check.js";
import type { GitHub } from "../targets/github-port.js";
import { factsOf } from "../workspace/facts.js";
import { createIndex } from "../workspace/index.js";
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

interface Practising extends Pick<Session, "logError"> {
  readonly client: ClientSupport;
  readonly github: GitHub;
  readonly environment: Pick<Environment, "now" | "docsUrl">;
  readonly events: Pick<Events, "documentChanged">;
}

/**
 * Once a session, while its author rests, the server types labels in a post of its own and asks itself what an editor would
 * ask. JavaScript runs many times slower at first, until V8 has seen what it does and has compiled it: that would be the
 * first keys of every session. Each change of a text puts the rest of it off.
 */
export function practise(session: Practising): void {
  const { events, environment, logError } = session;
  const steps = practice(session);
  let changes = 0;
  let isOver = false;

  const soon = createPause(rest, () => void run().catch(logError));
  events.documentChanged.add(() => {
    changes++;
    if (!isOver) soon();
  });

  async function run(): Promise<void> {
    const before = changes;
    while (!isOver && changes === before) {
      const asked = environment.now();
      await delay(breath);
      const began = environment.now();
      if (began > asked + breath + late) await delay(rest);
      else
        while (!isOver && environment.now() < began + stint)
          isOver = (await steps.next()).done === true;
    }
  }
}

const uri = "weeknotes-practice:/2000-01-01-practice.md";
const labels = 7;

/** Each step takes a few milliseconds. */
async function* practice({
  client,
  environment: { now, docsUrl },
  github,
}: Practising): AsyncGenerator<undefined, void> {
  const settings = defaultSettings;
  let document = parse(practicePost());
  const facts = factsOf(uri, document, settings.github.hosts);
  const index = createIndex(settings);
  index.set(facts);
  const knowledge = index.knowledgeOf(uri, facts, document);
  const asked = silentGitHub(github, now);
  const { signal } = new AbortController();
  const contextNow = (): FeatureContext => ({
    post: { uri, document, knowledge, settings },
    github: asked,
    now: now(),
    client,
    documentOf: async () => undefined,
    delay,
  });
  const put = (start: number, removed: number, text: string) => {
    const span = { start, end: start + removed };
    document = edit(document, [{ span, text }]);
    return document.lines.positionAt(start + text.length);
  };

  const names = [...document.defined.values()].map(({ label }) => label);
  const start = practiceStart(document.text);
  for (let turn = 0; turn < labels; turn++) {
    const typed = `[[${names[turn * 11] ?? ""}]]`;
    let end = start;
    let position = put(end++, 0, " ");
    for (const character of typed) {
      position = put(end++, 0, character);
      yield;
      await completion(contextNow(), position, signal);
      yield;
      const { post } = contextNow();
      const steps = checkInSteps(post);
      let step = steps.next();
      for (; !step.done; step = steps.next()) yield;
      JSON.stringify(diagnostics(post, docsUrl, step.value));
      yield;
    }
    const within = { ...position, character: position.character - 5 };
    await hover(contextNow(), within, signal);
    yield;
    definition(contextNow().post, within);
    references(contextNow().post, within, true, index);
    yield;
    rename(document, within, `practised-${turn}`);
    yield;
    put(start, end - start, "");
  }
}
