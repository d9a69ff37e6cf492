import {
  type DefinitionIndex,
  definitionsIn,
} from "../markdown/definition-index.js";
import type { Definition, Document, Reference } from "../markdown/document.js";
import { labelKey } from "../markdown/label.js";
import { onceFor } from "../markdown/remember.js";
import { contains, type Span } from "../markdown/span.js";
import { nearestOf, shapeOf } from "../targets/near-miss.js";
import { looksLikeReference } from "../targets/reference-shape.js";
import type { Post } from "../workspace/post.js";
import { type Counterpart, counterpartFinder } from "./counterparts.js";
import { type DefinitionAttempt, labelStart } from "./definition-attempt.js";
import { definitionAttempts } from "./definition-attempts.js";
import { familiarLabels } from "./familiar-labels.js";
import { linkAttempts } from "./link-attempts.js";
import {
  definitionsComeFromTemplate,
  holdsTemplate,
  liesInTemplate,
} from "./template.js";
import { undefinedReferences, unusedKeys } from "./used-keys.js";

/** A use of a label without a definition that is plainly meant as a reference. */
export interface UndefinedUse {
  readonly reference: Reference;
  /** Definitions whose label this one is but for a typo, the closest first. */
  readonly nearMisses: readonly Definition[];
  /** A definition that leads where the label says and is called otherwise, which nothing uses. */
  readonly misnamed: Counterpart | undefined;
  /** The line that was meant to define the label. */
  readonly attempt: DefinitionAttempt | undefined;
}

/** In document order. */
export const undefinedUses = onceFor(findUndefinedUses);

function findUndefinedUses(post: Post): readonly UndefinedUse[] {
  const { document } = post;
  const open = undefinedReferences(document);
  if (open.length === 0 || definitionsComeFromTemplate(document)) return [];

  const attempts = definitionAttempts(document);
  const attemptByKey = new Map<string, DefinitionAttempt>();
  const attemptLines = new Set<number>();
  for (const attempt of attempts) {
    attemptLines.add(labelStart(attempt));
    for (const { span } of attempt.victims) attemptLines.add(span.start);
    for (const { key } of [attempt, ...attempt.victims])
      if (!attemptByKey.has(key)) attemptByKey.set(key, attempt);
  }
  const links = linkAttempts(document);
  const isRepository = repositoryTest(post);
  const isFamiliar = familiarLabels(post);
  const isPlainTitle = plainTitles(document);
  const nearMissesOf = nearMissFinder(post);
  const counterpartOf = counterpartFinder(post);

  return open
    .filter(
      ({ label, span }) =>
        !holdsTemplate(label) &&
        !liesInTemplate(document, span) &&
        !/^https?:\/\//i.test(label.trim()) &&
        !attemptLines.has(span.start) &&
        !links.some((link) => contains(link.span, span)) &&
        !isScript(document, span),
    )
    .map((reference) => ({
      reference,
      ...meantBy(nearMissesOf(reference), counterpartOf(reference)),
      attempt: attemptByKey.get(reference.key),
    }))
    .filter(
      ({ reference, nearMisses, misnamed, attempt }) =>
        attempt !== undefined ||
        misnamed !== undefined ||
        nearMisses.length > 0 ||
        isExplicit(document, reference) ||
        isFamiliar(reference.label) ||
        (looksLikeReference(reference.label, isRepository) &&
          !isPlainTitle(reference)),
    );
}

/** A definition whose label says what its URL does is not misnamed: the reference is written another way. */
function meantBy(
  nearMisses: readonly Definition[],
  counterpart: Counterpart | undefined,
): Pick<UndefinedUse, "nearMisses" | "misnamed"> {
  if (counterpart === undefined) return { nearMisses, misnamed: undefined };
  if (!counterpart.agrees) return { nearMisses: [], misnamed: counterpart };
  const others = nearMisses.filter((one) => one !== counterpart.definition);
  return {
    nearMisses: [counterpart.definition, ...others],
    misnamed: undefined,
  };
}

/** The definitions that an undefined use is told to go with: what is wrong with the one is wrong with the other. */
export const pairedDefinitions = onceFor(findPaired);

function findPaired(post: Post): ReadonlySet<Definition> {
  const { document } = post;
  const unused = new Set(unusedKeys(document));
  if (unused.size === 0) return new Set();
  return new Set(
    undefinedUses(post)
      .filter(({ attempt }) => attempt === undefined)
      .flatMap(
        ({ misnamed, nearMisses: [nearMiss] }) =>
          misnamed?.definition ?? nearMiss ?? [],
      )
      .filter(({ key }) => unused.has(key)),
  );
}

/** Whether the form alone says that a reference is meant; a lone `[x]` may be any remark in brackets. */
function isExplicit(
  document: Document,
  { form, bracketed, span, label }: Reference,
): boolean {
  if (looksLikeCode.some((code) => code.test(label))) return false;
  // R's `list[[1]]`
  if (bracketed) return !/[\p{L}\p{N}_]/u.test(document.charAt(span.start - 2));
  // `matrix[i][j]`, `byte[8][]`
  return (
    form !== "shortcut" &&
    !/[\p{L}\p{N}_)\]]/u.test(document.charAt(span.start - 1))
  );
}

/** `## [1.2.0] - 2022-11-11`, the titles of a changelog that links none of its versions. */
function plainTitles(document: Document): (reference: Reference) => boolean {
  const version = /^v?\d+(?:\.\d+)+/i;
  return ({ label, span }) =>
    version.test(label) &&
    document.headings.some(({ textSpan }) => textSpan.start === span.start) &&
    !definitionsIn(document.chunks.definitions).some((definition) =>
      version.test(definition.label),
    );
}

/** An `import` or `export` of MDX, which is read as a paragraph: only a parser of JavaScript knows its end. */
function isScript(document: Document, span: Span): boolean {
  if (document.syntax !== "mdx") return false;
  const block = document.blocks.find((each) => contains(each.span, span));
  return (
    block?.type === "paragraph" &&
    /^(?:import|export)\s/.test(
      document.slice(block.span.start, block.span.end),
    )
  );
}

const looksLikeCode: readonly RegExp[] = [
  // A shell's test, `[[ -f x ]]`
  /^\s[\s\S]*\s$/,
  // A matrix, `[[0, 1]]`
  /^[\d\s.,;+-]*[,;][\d\s.,;+-]*$/,
  // Character classes of regular expressions, `[a-z][0-9]` and `[[:alpha:]]`
  /^\^?(?:[A-Za-z\d]-[A-Za-z\d]|[_.$])+$/,
  /^:[a-z]+:$/,
  // A list of texts, `[["a", "b"]]`
  /^\s*(["'`]).*\1\s*$/,
];

/** Knows the names that a post or a setting spells out, with an owner before them or without. */
function repositoryTest({ knowledge }: Post): (name: string) => boolean {
  let names: ReadonlySet<string> | undefined;
  return (name) => {
    names ??= new Set(
      knowledge
        .repositories()
        .flatMap(({ owner, repo }) => [repo, `${owner}/${repo}`])
        .map((each) => each.toLowerCase()),
    );
    return names.has(name.toLowerCase());
  };
}

/** As long as no definition changes, typing elsewhere asks about the same labels. */
const nearestLabels = onceFor(({ chunks }: DefinitionIndex) =>
  nearestOf(
    chunks.flatMap(({ content }) => content.definitions.map(shapeOfLabel)),
  ),
);

const shapeOfLabel = onceFor(({ label }: Definition) => shapeOf(label));

function nearMissFinder({ document, knowledge }: Post) {
  const nearest = nearestLabels(document.chunks.definitions);
  const found = new Map<string, readonly Definition[]>();
  return ({ key, label }: Reference): readonly Definition[] => {
    const known = found.get(key);
    if (known) return known;
    // A label that other posts define is right as it is.
    const nearMisses =
      knowledge.targetsElsewhere(key).length > 0
        ? []
        : nearest(label).flatMap(({ text }) => {
            const definition = document.defined.get(labelKey(text));
            // A second definition of a label does not count.
            return definition?.label === text ? definition : [];
          });
    const distinct = [...new Set(nearMisses)];
    found.set(key, distinct);
    return distinct;
  };
}
