import { Position } from "vscode-languageserver";
import { type ExplainedRow, explainLabel } from "../features/explain-label.js";
import type {
  ExplainLabelResult,
  ExplanationRow,
} from "../protocol/protocol.js";
import type { Post } from "../workspace/post.js";
import { locate } from "./locations.js";
import { showInformation } from "./messages.js";
import type { Session } from "./session.js";
import { readTeamFor } from "./team-texts.js";

/** Answers the command of that name, and says it in words to a client that cannot show the answer. */
export async function explainLabelAt(
  session: Session,
  post: Post,
  position: unknown,
): Promise<ExplainLabelResult | null> {
  if (Position.is(position)) {
    const range = { start: position, end: position };
    await readTeamFor(session, post, range, new AbortController().signal);
  }
  const explanation = Position.is(position)
    ? explainLabel(post, position)
    : undefined;
  if (!explanation) {
    showInformation(
      session.connection,
      "Put the cursor on a reference, a definition or a link first.",
    );
    return null;
  }
  const { title } = explanation;
  const sections = await Promise.all(
    explanation.sections.map(async ({ heading, rows }) => ({
      heading,
      rows: await Promise.all(rows.map((row) => located(session, row))),
    })),
  );
  const result = { title, sections };
  if (!session.client.options.canShowExplanation)
    showInformation(session.connection, asText(result));
  return result;
}

async function located(
  session: Session,
  { place, ...row }: ExplainedRow,
): Promise<ExplanationRow> {
  if (place === undefined) return row;
  const [found] = await locate(session, [place]);
  return found === undefined
    ? row
    : { ...row, location: { uri: found.uri, range: found.range } };
}

function asText({ title, sections }: ExplainLabelResult): string {
  return [
    title,
    ...sections.flatMap(({ heading, rows }) => [
      `${heading}:`,
      ...rows.map(
        ({ text, detail }) => `- ${text}${detail ? `: ${detail}` : ""}`,
      ),
    ]),
  ].join("\n");
}
