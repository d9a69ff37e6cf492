import { onceFor, onceForBoth, onceForItems } from "../markdown/remember.js";
import {
  allReadings,
  inReadingOrder,
  readingFits,
  stylesWith,
} from "../targets/label-styles.js";
import {
  type Counter,
  count,
  type ReadonlyCounter,
  sum,
} from "../workspace/counter.js";
import type { Post } from "../workspace/post.js";
import { type Disagreement, judge } from "./judge.js";
import type { Naming, Namings } from "./naming.js";
import { otherRepositories, whileAnswered } from "./other-repository.js";

/** A naming that plainly says another thing than its target. */
export interface Disagreeing<Group extends Namings> {
  readonly group: Group;
  readonly naming: Group["suspects"][number];
  readonly disagreement: Disagreement;
}

/**
 * Those that plainly say another thing than their target, in the order of the namings. Numbers that count something else
 * (ordinals, another tracker's tickets) show by how many of them disagree.
 */
export function disagreements<Group extends Namings>(
  groups: readonly Group[],
  post: Post,
): readonly Disagreeing<Group>[] {
  const styles = stylesToRead(post.settings.labelStyles);
  const answer = otherRepositories(groups, post, styles);
  const judged = groups.flatMap((group) => {
    if (group.suspects.length === 0) return [];
    const { found, counted } = judgedIn(group.suspects, styles, answer);
    return found.length > 0 ? [{ group, found, counted }] : [];
  });
  if (judged.length === 0) return [];
  const disagreeing = sum(judged.map(({ counted }) => counted));
  const agreeing = (style: string) =>
    groups.reduce(
      (times, { all }) => times + (agreeingStyles(all, styles).get(style) ?? 0),
      0,
    );
  const foreign = foreignStyles(disagreeing, agreeing);

  return judged.flatMap(({ group, found }) =>
    without(foreign, found).map((one) => ({ group, ...one })),
  );
}

/** Most of what disagrees may be another count: which styles are, seldom changes. */
const without = onceForItems(
  (foreign: readonly string[], found: readonly Judged[]) =>
    found.filter(
      ({ disagreement: { about, reading } }) =>
        !(isCounted(about) && foreign.includes(reading.style)),
    ),
);

interface Judged {
  readonly naming: Naming;
  readonly disagreement: Disagreement;
}

/** Once, as long as the text stays as it is and posts call repositories as they did. */
const judgedIn = whileAnswered(
  (suspects: readonly Naming[], styles: readonly string[], isOther) => {
    const found = suspects.flatMap((naming): Judged[] => {
      const disagreement = judge(naming, styles, isOther);
      return disagreement ? [{ naming, disagreement }] : [];
    });
    return { found, counted: countStyles(found) };
  },
);

/** How many disagree in what may be another count, read in each style. */
function countStyles(judged: readonly Judged[]): Counter<string> {
  const times = new Map<string, number>();
  for (const { disagreement } of judged)
    if (isCounted(disagreement.about)) count(times, disagreement.reading.style);
  return times;
}

/** How many of some namings agree with their targets, read in each style. */
const agreeingStyles = onceForBoth(
  (all: readonly Naming[], styles: readonly string[]): Counter<string> => {
    const times = new Map<string, number>();
    for (const { text, target } of all) {
      const fitting = allReadings(text, styles).filter((reading) =>
        readingFits(reading, target),
      );
      for (const style of new Set(fitting.map(({ style }) => style)))
        count(times, style, 1);
    }
    return times;
  },
);

/** `[349](…/pull/349)`: a number alone may be any, unless others of the post are written so. */
const bareNumber = "{n}";

/** What is said with numbers that may be another count's. */
function isCounted(about: Disagreement["about"]): boolean {
  return about === "number" || about === "version";
}

const stylesToRead = onceFor((own: readonly string[]) =>
  inReadingOrder([...stylesWith(own), bareNumber]),
);

/**
 * Styles whose numbers are not this repository's in this post: most of them disagree, or nothing bears a bare one out.
 * `disagreeing`: how many do, by style.
 */
function foreignStyles(
  disagreeing: ReadonlyCounter<string>,
  agreeing: (style: string) => number,
): readonly string[] {
  const foreign: string[] = [];
  for (const [style, times] of disagreeing) {
    const others = agreeing(style);
    if (style === bareNumber ? times >= others : times > 2 && times > others)
      foreign.push(style);
  }
  return foreign;
}
