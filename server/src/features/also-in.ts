import { sentenceAround } from "../markdown/sentence.js";
import type { Cancellation } from "../targets/github-port.js";
import type { Target } from "../targets/target.js";
import { sameItem } from "../targets/target-key.js";
import type { Citation } from "../workspace/knowledge.js";
import type { FeatureContext } from "./context.js";
import { escapeText, fileLink, plainLine } from "./escape.js";
import { postName } from "./post-name.js";
import { targetUses } from "./target-uses.js";

/** More than these are counted, not named. */
const mostNamed = 3;

/**
 * Where the other posts wrote of a target and what they said, as Markdown: the reports before this one, the latest first,
 * and those that are not before it. Undefined where none does.
 */
export async function alsoIn(
  target: Target,
  context: FeatureContext,
  signal: Cancellation,
): Promise<string | undefined> {
  // `../a.md` names another file in every folder.
  if (target.kind === "url" && !/^https?:/i.test(target.url)) return undefined;
  const { citationsOf, day } = context.post.knowledge;
  const citations = citationsOf(target);
  const isEarlier = (one: Citation) =>
    day !== undefined && one.day !== undefined && one.day < day;
  const groups = [
    { which: "earlier", citations: citations.filter(isEarlier) },
    {
      which: "other",
      citations: citations.filter((one) => !isEarlier(one)),
    },
  ].filter(({ citations }) => citations.length > 0);
  if (groups.length === 0) return undefined;
  // A disk that does not answer must not keep the card.
  const inTime = context.delay(patience, signal).then(() => undefined);
  const parts = await Promise.all(
    groups.map(({ which, citations }) =>
      listed(which, citations, (one) =>
        Promise.race([quoted(one, target, context), inTime]),
      ),
    ),
  );
  return `Also in ${parts.join("\n\nIn ")}`;
}

/** How long a card waits for what other posts say, in milliseconds. */
const patience = 500;

async function listed(
  which: string,
  citations: readonly Citation[],
  quote: (citation: Citation) => Promise<Quote | undefined>,
): Promise<string> {
  const count = citations.length;
  const named = await Promise.all(
    citations.slice(0, mostNamed).map(async (citation) => {
      const { uri } = citation;
      const found = await quote(citation);
      const place = `${uri}${found?.fragment ?? ""}`;
      const name = fileLink(plainLine(postName(uri), 80), place);
      return found?.sentence ? `${name}: “${found.sentence}”` : name;
    }),
  );
  const [only] = named;
  if (count === 1 && only) return `1 ${which} report, ${only}`;
  const more = count - named.length;
  return [
    `${count} ${which} reports:\n`,
    ...named,
    ...(more > 0 ? [`and ${more} more`] : []),
  ].join("\n- ");
}

interface Quote {
  /** Where it stands, as editors read it in a link. */
  readonly fragment: string;
  /** As Markdown; absent where the post names the target in no sentence. */
  readonly sentence: string | undefined;
}

/** What a post says where it first speaks of a target; undefined where its text is not to be had or names it no more. */
async function quoted(
  { uri }: Citation,
  target: Target,
  { documentOf, post: { settings } }: FeatureContext,
): Promise<Quote | undefined> {
  const document = await documentOf(uri);
  if (!document) return undefined;
  const whole = { start: 0, end: document.length };
  const firstUse = (definitions: boolean) =>
    targetUses({ document, settings }, whole, { definitions }).find((use) =>
      sameItem(use.target, target),
    );
  const use = firstUse(false) ?? firstUse(true);
  if (!use) return undefined;
  const { line, character } = document.lines.positionAt(use.span.start);
  const sentence = sentenceAround(document, use.textSpan);
  return {
    fragment: `#L${line + 1},${character + 1}`,
    sentence: sentence && escapeText(plainLine(sentence, mostQuoted)),
  };
}

/** Characters of a sentence. */
const mostQuoted = 120;
