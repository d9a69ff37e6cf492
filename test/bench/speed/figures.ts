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
}

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
  },
  {
    id: "completion-2000",
    title: "a key and its completion, p95, 2,000 lines",
    unit: "ms",
    goals: [times(2, "null"), faster(20, "md")],
  },
  {
    id: "completion-20000",
    title: "a key and its completion, p95, 20,000 lines",
    unit: "ms",
    goals: [
      times(2, { figure: "completion-2000", named: "at 2,000 lines" }),
      faster(100, "md"),
    ],
  },
  {
    id: "diagnostics-2000",
    title: "a key → right diagnostics, p95, 2,000 lines",
    unit: "ms",
    goals: [faster(50, "md")],
  },
  {
    id: "diagnostics-20000",
    title: "a key → right diagnostics, p95, 20,000 lines",
    unit: "ms",
    goals: [faster(300, "md")],
  },
  {
    id: "first-20000",
    title: "first right diagnostics, 20,000 lines",
    unit: "ms",
    goals: [faster(4, "md")],
  },
  ...["hover", "definition", "references", "rename"].map(
    (id): Figure => ({
      id,
      title: `${id}, p95, 2,000 lines`,
      unit: "ms",
      goals: [times(2, "null")],
    }),
  ),
  {
    id: "block",
    title: "the longest block of the event loop while typing, 20,000 lines",
    unit: "ms",
    goals: [],
    atMost: 8,
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
