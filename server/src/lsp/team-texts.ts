import type { Range } from "vscode-languageserver";
import { hasUndefinedReference } from "../features/target-at.js";
import { passagesOf, rememberText } from "../workspace/passages.js";
import type { Post } from "../workspace/post.js";
import { delay } from "./delay.js";
import type { FileTexts } from "./file-texts.js";
import type { Projects } from "./projects.js";
import type { Session } from "./session.js";
import { createSlices } from "./slices.js";

/** Whether something undefined stands in a range, which the team's texts may tell the meaning of. */
export async function readTeamFor(
  { posts }: Pick<Session, "posts">,
  { uri, document }: Post,
  range: Range,
  signal: AbortSignal,
): Promise<void> {
  if (hasUndefinedReference(document, document.lines.spanOf(range)))
    await posts.readTeam(uri, signal);
}

interface Surroundings {
  readonly projects: Projects;
  readonly texts: FileTexts;
  readonly now: () => number;
}

/** How long somebody who asks for a label waits for a slow disk, in milliseconds. */
const patience = 500;

/**
 * Reads the posts of a post's team that are about as old, each once while it stays as it is. Only who asks what a label of
 * words may mean needs them.
 */
export async function readTeam(
  { projects, texts, now }: Surroundings,
  uri: string,
  signal: AbortSignal,
): Promise<void> {
  const inTime = delay(patience, signal);
  let isOver = false;
  await Promise.race([inTime, read()]);
  isOver = true;

  async function read(): Promise<void> {
    const slice = createSlices(now);
    for (const facts of projects.of(uri).index.neighboursOf(uri)) {
      if (isOver) return;
      if (passagesOf(facts)) continue;
      const text = await texts.read(facts.uri);
      if (text !== undefined) rememberText(facts, text);
      passagesOf(facts);
      await slice();
    }
  }
}
