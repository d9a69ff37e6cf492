import type { Diagnostic } from "vscode-languageserver";
import type { Diagnosed } from "../rules/check.js";
import { sameItems } from "./same-items.js";

/** What was said of one post. Its id stays while the items do. */
export interface Report {
  readonly id: string;
  readonly items: Diagnostic[];
  /** What the items were made of, with their fixes. */
  readonly diagnosed: readonly Diagnosed[];
}

/** The last report on each post, with what it depends on: values that are other ones when they change. */
export interface Reports {
  /** The report, if it still holds. */
  current(uri: string, dependencies: readonly unknown[]): Report | undefined;
  /** `holds`: whether what else it depends on is as it was. */
  add(
    uri: string,
    dependencies: readonly unknown[],
    said: Pick<Report, "items" | "diagnosed">,
    holds: () => boolean,
  ): Report;
  /** Whether there is a report that depends on what has changed since. */
  isOutdated(uri: string): boolean;
}

interface Entry {
  readonly dependencies: readonly unknown[];
  readonly holds: () => boolean;
  readonly text: string;
  readonly report: Report;
}

export function createReports(): Reports {
  const entries = new Map<string, Entry>();
  let ids = 0;
  return {
    current(uri, dependencies) {
      const last = entries.get(uri);
      return last && sameItems(last.dependencies, dependencies) && last.holds()
        ? last.report
        : undefined;
    },
    add(uri, dependencies, said, holds) {
      const last = entries.get(uri);
      const text = JSON.stringify(said.items);
      const id = last?.text === text ? last.report.id : String(++ids);
      const report = { id, ...said };
      entries.set(uri, { dependencies, holds, text, report });
      return report;
    },
    isOutdated(uri) {
      const last = entries.get(uri);
      return last !== undefined && !last.holds();
    },
  };
}
