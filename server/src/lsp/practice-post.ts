const summary = "What *was* done, `at length`.";

/** A report such as a team writes, made up: what a key costs in it is what it costs in any. */
export function practicePost(): string {
  const numbers = Array.from({ length: 90 }, (_, index) => 1_000 + index * 5);
  const sections = numbers.map((number, index) => {
    const label = labelOf(number);
    const heading = index % 6 === 0 ? `\n### Part ${index / 6}\n\n` : "";
    return `${heading}${sentences[index % sentences.length]?.(label, number)}\n`;
  });
  const definitions = numbers
    .map((number) => `[${labelOf(number)}]: ${urlOf(number)}\n`)
    .sort();
  return `---\ntitle: Practice\ntags: [practice]\n---\n\n## Summary\n\n${summary}\n\n${sections.join("")}\n${definitions.join("")}`;
}

const sentences: readonly ((label: string, number: number) => string)[] = [
  (label) => `- Merged [[${label}]], which was long in review.`,
  (label, number) => `- Opened [practice pull ${number}][${label}] for it.`,
  (label) => `- Fixed what **others** saw: [${label}].`,
  (_, number) => `- Reviewed [#${number}](${urlOf(number)}) and more.`,
];

/**
 * How a label and a URL go on behind the repository. Several kinds, since V8 compiles what has seen one kind of target for that
 * kind alone, and throws it away when another one comes.
 */
const kinds: readonly ((number: number) => readonly [string, string])[] = [
  (number) => [`-pull-${number}`, `/pull/${number}`],
  (number) => [`-issue-${number}`, `/issues/${number}`],
  (number) => [`-commit-${shaOf(number)}`, `/commit/${shaOf(number)}`],
  (number) => [`-pull-${number}`, `/pull/${number}/files`],
  (number) => [`-1.${number}`, `/releases/tag/1.${number}`],
  (number) => [`-discussion-${number}`, `/discussions/${number}`],
  (number) => [`-${number}-diff`, `/compare/1.${number}...1.${number + 7}`],
];

function shaOf(number: number): string {
  return (0xabc0000 + number * 31).toString(16);
}

function namesOf(number: number): readonly [string, string] {
  return kinds[number % kinds.length]?.(number) ?? ["", ""];
}

function repositoryOf(number: number): string {
  return number % 3 === 0 ? "training" : "practice";
}

function labelOf(number: number): string {
  return repositoryOf(number) + namesOf(number)[0];
}

function urlOf(number: number): string {
  return `https://github.com/weeknotes/${repositoryOf(number)}${namesOf(number)[1]}`;
}

/** Where one types in it: at the end of a paragraph. */
export function practiceStart(text: string): number {
  return text.indexOf(summary) + summary.length;
}
