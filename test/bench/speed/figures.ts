/** What is measured, and what each figure is meant to be. */

export type Competitor =
  | "weeknotes"
  | "md"
  | "remark"
  | "markdownlint"
  | "null";

export const abbreviations: Readonly<Record<Competitor, string>> = {
  weeknotes: "Weeknotes",
  md: "MD",
  remark: "RM",
  markdownlint: "ML",
  null: "NULL",
};

/** A figure must be at most `factor` times another one: a competitor's, or Weeknotes' own of another figure. */
export interface Goal {
  readonly factor: number;
  readonly of: Competitor | { readonly figure: string; readonly named: string };
}

export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly unit: "ms" | "MB";
  readonly goals: readonly Goal[];
  /** In `unit`, whatever the others do. */
  readonly atMost?: number;
  /** What a profile shows to stand in the way: told where the goal is not met. */
  readonly limit?: string;
}

const compiling =
  "V8 runs what it has not compiled yet many times slower: the first keys count among the slowest twentieth";
const collecting =
  "V8 collects what is new every ten keys or so, in 1 to 3 ms, and all garbage every few hundred, in 5 to 10";

const times = (factor: number, of: Goal["of"]): Goal => ({ factor, of });
const faster = (by: number, than: Competitor): Goal => ({
  factor: 1 / by,
  of: than,
});

export const figures: readonly Figure[] = [
  {
    id: "start",
    title: "start → `initialize` answered",
    unit: "ms",
    goals: [times(1.2, "null")],
    limit:
      "nearly all of it are Node and the library that NULL has, too; the flag that saves memory costs 10 to 20 ms, as Node then compiles its own modules anew",
  },
  {
    id: "completion-2000",
    title: "a key and its completion, p95, 2,000 lines",
    unit: "ms",
    goals: [times(2, "null"), faster(20, "md")],
    limit: `half of the keys take 2 to 3 ms, of which the library and the pipe are 0.8; ${compiling}, as do queries of one to three letters that a hundred labels fit; ${collecting}`,
  },
  {
    id: "completion-20000",
    title: "a key and its completion, p95, 20,000 lines",
    unit: "ms",
    goals: [
      times(2, { figure: "completion-2000", named: "at 2,000 lines" }),
      faster(100, "md"),
    ],
    limit: `half of the keys take 5 ms: 0.5 for the edit, 2 for a list from 3,700 labels, the rest for the library, the pipe and garbage; ${collecting}`,
  },
  {
    id: "diagnostics-2000",
    title: "a key → right diagnostics, p95, 2,000 lines",
    unit: "ms",
    goals: [faster(50, "md")],
    limit: `half of the keys take 2 to 3 ms, of which the library and the pipe are 0.8; ${compiling}; ${collecting}`,
  },
  {
    id: "diagnostics-20000",
    title: "a key → right diagnostics, p95, 20,000 lines",
    unit: "ms",
    goals: [faster(300, "md")],
    limit: `half of the keys take 5 ms: 0.5 for the edit, 2 for the rules and the report, the rest for the library, the pipe and garbage; ${compiling}; ${collecting}`,
  },
  {
    id: "first-20000",
    title: "first right diagnostics, 20,000 lines",
    unit: "ms",
    goals: [faster(4, "md")],
    limit:
      "loading the server takes 75 to 125 ms, and what is left reads 1.4 MB with code that V8 compiles meanwhile",
  },
  ...["hover", "definition", "references", "rename"].map(
    (id): Figure => ({
      id,
      title: `${id}, p95, 2,000 lines`,
      unit: "ms",
      goals: [times(2, "null")],
      limit:
        "half of the answers come within a millisecond; the slowest twentieth are those during which V8 collects garbage or compiles, of which NULL makes none",
    }),
  ),
  {
    id: "block",
    title: "the longest block of the event loop while typing, 20,000 lines",
    unit: "ms",
    goals: [],
    atMost: 8,
    limit: collecting,
  },
  {
    id: "symbols-1000-cold",
    title: "all symbols of 1,000 posts, cold",
    unit: "ms",
    goals: [faster(10, "md")],
  },
  {
    id: "symbols-1000-stored",
    title: "all symbols of 1,000 posts, stored",
    unit: "ms",
    goals: [faster(30, "md")],
    limit:
      "about half is the loading of the server, of which the compiled code that Node keeps from 22.1 on saves half, and most of the rest the question for size and time of each file",
  },
  {
    id: "symbols-10000-cold",
    title: "all symbols of 10,000 posts, cold",
    unit: "ms",
    goals: [faster(25, "md")],
  },
  {
    id: "symbols-10000-stored",
    title: "all symbols of 10,000 posts, stored",
    unit: "ms",
    goals: [faster(80, "md")],
    limit:
      "a fifth is the loading of the server, and most of the rest the question for size and time of each file",
  },
  {
    id: "memory-10000",
    title: "peak memory, 10,000 posts",
    unit: "MB",
    goals: [],
    atMost: 300,
  },
  {
    id: "references-10000",
    title: "references across 10,000 posts, warm",
    unit: "ms",
    goals: [faster(20, "md")],
  },
  {
    id: "memory-20000",
    title: "peak memory, one post of 20,000 lines",
    unit: "MB",
    goals: [times(0.4, "md")],
    limit:
      "40 to 60 MB are in use; the rest are versions of the text between two collections, and Node itself",
  },
  {
    id: "memory-1000",
    title: "peak memory, 1,000 posts",
    unit: "MB",
    goals: [times(0.4, "md")],
  },
  {
    id: "check",
    title: "checking 10,000 posts on the command line",
    unit: "ms",
    goals: [faster(4, "markdownlint"), faster(8, "remark")],
  },
];
