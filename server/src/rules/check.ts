import type { Post } from "../workspace/post.js";
import type { Saying } from "../workspace/said.js";
import { allRules } from "./all-rules.js";
import type { Finding, Fix, Rule, Severity } from "./rule.js";
import { suppressions } from "./suppressions.js";

/** A finding as settings and comments leave it. */
export interface Diagnosed {
  readonly rule: Rule;
  readonly finding: Finding;
  readonly severity: Severity;
}

export interface CheckOptions {
  readonly rules?: readonly Rule[];
  /** Told of a rule that threw; its findings are left out, the others' stay. */
  readonly onCrash?: (rule: Rule, error: unknown) => void;
}

/** What the rules say of a post, in order of position. */
export function checkPost(post: Post, options?: CheckOptions): Diagnosed[] {
  const steps = checkInSteps(post, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, rule by rule: whoever has other things to do may do them in between. */
export function* checkInSteps(
  post: Post,
  { rules = allRules, onCrash }: CheckOptions = {},
): Generator<undefined, Diagnosed[]> {
  const isSuppressed = suppressions(post.document);
  const diagnosed: Diagnosed[] = [];
  for (const rule of rules) {
    if (!runsOn(rule, post)) continue;
    const attempt = <T>(work: () => T, otherwise: T): T => {
      try {
        return work();
      } catch (error) {
        onCrash?.(rule, error);
        return otherwise;
      }
    };
    const said = attempt<readonly Finding[]>(() => [...rule.check(post)], []);
    if (!isBrokenByMost(rule, post, said)) {
      for (const finding of said) {
        if (isSuppressed(rule.id, finding.span.start)) continue;
        const fixes = () => attempt<readonly Fix[]>(finding.fixes, []);
        diagnosed.push({
          rule,
          severity: severityOf(post, rule, finding),
          finding: { ...finding, fixes },
        });
      }
    }
    yield;
  }
  return diagnosed.sort(
    (a, b) =>
      a.finding.span.start - b.finding.span.start ||
      a.finding.span.end - b.finding.span.end,
  );
}

/** Whether a rule has anything to say of a post, as settings and GitHub's presence have it. */
export function runsOn(rule: Rule, post: Post): boolean {
  return (
    settingOf(post, rule) !== "off" &&
    (rule.online === undefined || post.online !== undefined)
  );
}

/** Fewer posts have no habits. */
const fewestPosts = 3;

/** Whether a rule is no convention of the post's site. Only looked into where it has something to say. */
function isBrokenByMost(
  rule: Rule,
  { knowledge: { site } }: Post,
  findings: readonly Finding[],
): boolean {
  const breaches = breachesOf(rule);
  if (!breaches || !site || findings.length === 0) return false;
  const { size } = site;
  return size >= fewestPosts && site.said(breaches).times("breach") * 2 > size;
}

/** Whether posts break a rule's convention, as one thing to look for in all posts of a site. */
function breachesOf(rule: Rule): Saying | undefined {
  const { convention } = rule;
  const known = breaches.get(rule);
  if (known || !convention) return known;
  const saying: Saying = (post, home) =>
    convention(post, home) ? ["breach"] : [];
  breaches.set(rule, saying);
  return saying;
}

const breaches = new WeakMap<Rule, Saying>();

function severityOf(post: Post, rule: Rule, finding: Finding): Severity {
  const setting = settingOf(post, rule);
  return setting === undefined || setting === "default" || setting === "off"
    ? (finding.severity ?? rule.severity)
    : setting;
}

function settingOf({ settings }: Post, { id }: Rule) {
  return Object.hasOwn(settings.rules, id) ? settings.rules[id] : undefined;
}
