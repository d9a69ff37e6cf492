import type { RepositoryContent } from "../targets/target.js";
import { repositoryKey } from "../targets/target-key.js";
import type { NamingEvidence, NamingExample } from "./knowledge.js";
import type { LearnedSources, Neighbour } from "./learned.js";
import { namingOf, readNamingKey } from "./naming.js";
import type { LearnedNamings } from "./namings-from.js";

const mostExamples = 8;
/** Of posts of other teams, whose lessons are drawn anew. */
const mostOthers = 300;

/** See `Knowledge.evidenceFor`. */
export function namingEvidence(
  sources: LearnedSources,
  learned: LearnedNamings,
  target: RepositoryContent,
  label: string | undefined,
): NamingEvidence {
  const { styles } = sources;
  const style =
    (label === undefined ? undefined : namingOf(label, target, styles))
      ?.style ?? learned.waysToName(target, styles, "this-post")[0]?.style;
  return {
    scopes: learned.scopesFor(target),
    examples: style === undefined ? [] : examplesOf(target, style, sources),
  };
}

/** From the nearest posts to the others; in each a label for the same repository, if there is one. */
function examplesOf(
  target: RepositoryContent,
  style: string,
  { neighbours, others, styles }: LearnedSources,
): NamingExample[] {
  const examples: NamingExample[] = [];
  const seen = new Set<string>();
  for (const posts of [neighbours, () => others().slice(0, mostOthers)]) {
    for (const { facts, lessons } of posts()) {
      if (examples.length === mostExamples) return examples;
      if (seen.has(facts.uri) || !writesSo(lessons)) continue;
      seen.add(facts.uri);
      examples.push(...exampleIn(facts));
    }
  }
  return examples;

  function writesSo({ namings }: Neighbour["lessons"]): boolean {
    return [...namings.keys()].some((key) => {
      const naming = readNamingKey(key);
      return naming.style === style && naming.kind === target.kind;
    });
  }

  function exampleIn({ uri, definitions }: Neighbour["facts"]) {
    const alike = definitions.flatMap((definition) => {
      const { target: other, counts, label } = definition;
      if (!counts || !("repo" in other) || other.kind !== target.kind)
        return [];
      const naming = namingOf(label, other, styles);
      return naming?.style === style ? [{ ...definition, naming }] : [];
    });
    const best =
      alike.find(({ naming }) => naming.repository === repositoryKey(target)) ??
      alike[0];
    return best === undefined
      ? []
      : [{ uri, label: best.label, span: best.labelSpan, times: alike.length }];
  }
}
