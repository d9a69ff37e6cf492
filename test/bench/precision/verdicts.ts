import { readFileSync } from "node:fs";

/** What somebody who read the post says of a finding, or of a mistake that should be found. */
export interface Verdict extends Place {
  readonly right: boolean;
  readonly reason: string;
}

export interface Place {
  /** Relative to the folder of posts, with `/`. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly rule: string;
}

const header = "path\tline\trule\tverdict\treason";

/**
 * A file of tab-separated lines: path, line, rule, `right` or `wrong`, reason. Two findings of one rule in one line have a
 * verdict each, in the order of their columns.
 * @throws Error, with the number of the line that is not of this form.
 */
export function readVerdicts(file: string): Verdict[] {
  const [first, ...rows] = readFileSync(file, "utf8").split(/\r?\n/);
  if (first !== header)
    throw new Error(`${file}: the first line is not "${header}"`);
  return rows.flatMap((row, index) => {
    if (row === "") return [];
    const [path, line, rule, verdict, reason, ...more] = row.split("\t");
    const isWhole = path && rule && reason && more.length === 0;
    if (!isWhole || !/^(?:right|wrong)$/.test(verdict ?? "") || !Number(line))
      throw new Error(`${file}:${index + 2}: not "${header}"`);
    return [
      { path, line: Number(line), rule, right: verdict === "right", reason },
    ];
  });
}
