import type { ClaimKind, Settings } from "../workspace/settings.js";

/** Words that say how it stands with a thing, by their first word; the longest first. */
export type ClaimTable = ReadonlyMap<string, readonly ClaimPhrase[]>;

export interface ClaimPhrase {
  readonly words: readonly string[];
  readonly kind: ClaimKind;
}

const builtIn: Readonly<Record<string, ClaimKind>> = {
  merged: "merged",
  landed: "merged",
  opened: "opened",
  filed: "opened",
  closed: "closed",
  reviewed: "reviewed",
  released: "released",
  open: "open",
  "in review": "in-review",
  "under review": "in-review",
  "up for review": "in-review",
  "ready for review": "in-review",
  "awaiting review": "in-review",
  "in progress": "in-progress",
  wip: "in-progress",
};

export function claimTable(claims: Settings["claims"]): ClaimTable {
  const own = Object.entries(claims).map(
    ([phrase, kind]) =>
      [phrase.trim().toLowerCase().replace(/\s+/g, " "), kind] as const,
  );
  const table = new Map<string, ClaimPhrase[]>();
  for (const [phrase, kind] of new Map([...Object.entries(builtIn), ...own])) {
    const words = phrase.split(" ");
    const [first] = words;
    if (kind === "off" || !first) continue;
    const known = table.get(first) ?? [];
    table.set(
      first,
      [...known, { words, kind }].sort(
        (a, b) => b.words.length - a.words.length,
      ),
    );
  }
  return table;
}

/** What happened once, told with a verb; the others are states. */
export function isEvent(kind: ClaimKind): boolean {
  return !["open", "in-review", "in-progress"].includes(kind);
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** With one of these a sentence does not say that something is so. */
export const doubts = words(`
  not no never none nothing nobody neither nor without hardly almost nearly partly partially half
  if whether once when whenever until till unless after before as
  will would should shall could can may might must cannot won't can't couldn't shouldn't wouldn't
  isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't
  need needs needed want wants wanted plan plans planned planning hope hopes hoped hoping
  expect expects expected expecting intend intends trying try tries tried attempt attempted going
  ready awaiting waiting wait waits pending todo tbd next soon upcoming future let let's please goal aim
  blocked blocking depends dependent requires require or either wish wishes wished
  ideally maybe perhaps possibly probably supposedly hopefully apparently
  said says say claims claimed asked told think thinks thought believe believed assume assumed suppose supposed
  wrote writes announced reported wondered
`);

/** The same for what follows a verb. */
export const conditions = words(
  "if unless once when until till provided only then",
);

export const prepositions = words(`
  about above across against along among around at behind below beside besides between beyond by despite down during
  except excluding for from in inside into like minus near of off on onto out outside over past per regarding
  since through throughout to toward towards under upon up via with within
`);

/** These open a clause about something else. */
export const relatives = words(
  "that which who whom whose what where why how because so while although though than",
);

export const coordinators = words("and but then yet & +");

export const beingWords = words(
  "is are was were be been being am has have had does do did gets get got getting makes made",
);

export const adverbs = words(`
  now finally just also already recently still currently meanwhile eventually successfully subsequently both all too
  again today yesterday since then officially quickly early
`);

export const pronouns = words("we i they he she you it");

/** What may stand between a verb and the reference it governs. */
export const fillers = words(`
  the a an our my its their his her this these those another new first second third last final initial small big long
  tiny draft follow-up follow pr prs pull pulls pull-request pull-requests request requests issue issues ticket
  tickets bug discussion release version tag patch hotfix both two three four five several some open two-part
  work-in-progress wip companion
`);

/** What may stand behind a reference without making it a part of something else. */
export const followers = words(`
  and but or to for which that who with in by on as at from after before so because while where when since until
  if into onto via using including upstream today yesterday now finally again together already too also this last
  earlier successfully thanks here there over during within without against through despite although though then
  both only instead yet under per about of
`);

/** A thing's kind named after it: `the [[x]] PR`. */
export const things = words(
  "pr prs pull request requests issue issues ticket tickets release version distribution pull-request",
);

/** What is in a pull request without being what it does. */
export const contained = words(`
  bug bugs problem problems issue issues error errors regression typo mistake crash comment comments suggestion
  suggestions conflict conflicts part parts half most some everything commit commits file files change changes
`);

export const periods = words(`
  week weeks weekend month months day days sprint iteration quarter year monday tuesday wednesday thursday friday
  saturday sunday january february march april june july august september october november december
`);
