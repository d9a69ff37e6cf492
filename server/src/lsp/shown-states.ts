import { badgeOf } from "../features/badge.js";
import type { Answer, GitHub } from "../targets/github-port.js";
import type { Target } from "../targets/target.js";
import { targetKey } from "../targets/target-key.js";
import type { Session } from "./session.js";
import { normalizeUri } from "./uris.js";

/** How long after an edit hints stay as they are, in milliseconds: one that comes or goes moves the text behind it. */
const calmAfter = 800;

/** Keeps what an editor was last shown of GitHub's states. */
export interface ShownStates {
  /**
   * What is known of each target as it shall be shown now. While the author is typing, that is what was shown before, and
   * nothing is asked for addresses that may be half written.
   */
  show(uri: string, wanted: Wanted): (target: Target) => Answer | undefined;
}

export interface Wanted {
  readonly github: GitHub;
  readonly targets: readonly Target[];
  /** What GitHub is asked for. */
  readonly ask: readonly Target[];
}

/** Of one open document. */
interface Shown extends Wanted {
  /** By target. */
  readonly answers: ReadonlyMap<string, Answer | undefined>;
}

/** Calls `changed` when an answer arrived that changes a shown state, and the author is not typing there. */
export function createShownStates(
  { github, events }: Session,
  changed: () => void,
): ShownStates {
  const shown = new Map<string, Shown>();
  const typing = new Map<string, ReturnType<typeof setTimeout>>();
  const open = new Set<string>();

  function update(uri: string): void {
    const before = shown.get(uri);
    if (!before || typing.has(uri)) return;
    const answers = peekAll(before);
    shown.set(uri, { ...before, answers });
    if (before.targets.some((target) => differs(target, before, answers)))
      changed();
  }

  function question({ github: asked, ask }: Shown): void {
    if (ask.length > 0) void asked.statuses(ask);
  }

  function calm(uri: string): void {
    typing.delete(uri);
    const now = shown.get(uri);
    if (!now) return;
    question(now);
    update(uri);
  }

  github.onChange(() => {
    for (const uri of shown.keys()) update(uri);
  });
  events.documentChanged.add((changedUri) => {
    const uri = normalizeUri(changedUri);
    if (!open.has(uri)) {
      open.add(uri);
      return;
    }
    clearTimeout(typing.get(uri));
    typing.set(
      uri,
      setTimeout(() => calm(uri), calmAfter),
    );
  });
  events.documentClosed.add((closedUri) => {
    const uri = normalizeUri(closedUri);
    clearTimeout(typing.get(uri));
    typing.delete(uri);
    shown.delete(uri);
    open.delete(uri);
  });

  return {
    show(spelledUri, wanted) {
      const uri = normalizeUri(spelledUri);
      const before: Shown["answers"] = shown.get(uri)?.answers ?? new Map();
      const next = { ...wanted, answers: before };
      const isTyping = typing.has(uri);
      const answers = isTyping ? before : peekAll(next);
      shown.set(uri, { ...next, answers });
      if (!isTyping) question(next);
      return (target) => answers.get(targetKey(target));
    },
  };
}

/** What is known of the targets now, beside what was known of others before. */
function peekAll({ github, targets, answers }: Shown): Shown["answers"] {
  return new Map([
    ...answers,
    ...targets.map(
      (target) => [targetKey(target), github.peek(target)] as const,
    ),
  ]);
}

function differs(
  target: Target,
  { answers }: Shown,
  now: Shown["answers"],
): boolean {
  const key = targetKey(target);
  return badgeOf(answers.get(key))?.text !== badgeOf(now.get(key))?.text;
}
