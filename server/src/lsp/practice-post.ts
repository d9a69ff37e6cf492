const summary = "What *was* done, `at length`.";

/** A report such as a team writes, made up: what a key costs in it is what it costs in any. */
export function practicePost(): string {
  const numbers = Array.from({ length: 90 }, (_, index) => 1_000 + index * 7);
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

function labelOf(number: number): string {
  return `practice-${number % 2 === 0 ? "pull" : "issue"}-${number}`;
}

function urlOf(number: number): string {
  const page = number % 2 === 0 ? "pull" : "issues";
  return `https://github.com/weeknotes/practice/${page}/${number}`;
}

/** Where one types in it: at the end of a paragraph. */
export function practiceStart(text: string): number {
  return text.indexOf(summary) + summary.length;
}
