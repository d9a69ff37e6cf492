import { readFileSync } from "node:fs";
import { parse } from "../../../server/src/markdown/parse.js";
import { appliesTo } from "../../../server/src/rules/claim-truth.js";
import { claimTable } from "../../../server/src/rules/claim-words.js";
import { readClaims } from "../../../server/src/rules/claims.js";
import { parseUrl } from "../../../server/src/targets/url.js";
import { defaultSettings } from "../../../server/src/workspace/settings.js";

/** A sentence with the claims a reader finds in it, and those that are read, as `merged:a`. */
export interface Measured {
  readonly section: string;
  readonly text: string;
  readonly expected: readonly string[];
  readonly read: readonly string[];
}

const root = "https://github.com/octo-org/hello";
const urls = new Map([
  ["a", `${root}/pull/1`],
  ["b", `${root}/pull/2`],
  ["c", `${root}/pull/3`],
  ["i", `${root}/issues/4`],
  ["j", `${root}/issues/5`],
  ["v", `${root}/releases/tag/v1`],
  ["w", `${root}/releases/tag/v2`],
  ["r", root],
  ["k", `${root}/commit/4df3c5d956f1b062b950643da12768ae71acf245`],
]);

export function measure(path: string): Measured[] {
  let section = "";
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line) => {
      if (line.startsWith("## ")) section = line.slice(3);
      if (line === "" || line.startsWith("#")) return [];
      const bar = line.indexOf(" | ");
      const text = line.slice(bar + 3);
      const labels = line.slice(0, bar);
      const expected = labels === "-" ? [] : labels.split(" ").sort();
      return [{ section, text, expected, read: claimsIn(text) }];
    });
}

function claimsIn(text: string): string[] {
  const definitions = [...urls].map(([label, url]) => `[${label}]: ${url}\n`);
  const document = parse(`${text}\n\n${definitions.join("")}`);
  const labels = new Map([...urls].map(([label, url]) => [url, label]));
  return readClaims(document, claimTable({}))
    .filter(({ kind, mention }) =>
      appliesTo(
        kind,
        parseUrl(mention.destination, defaultSettings.github.hosts).kind,
      ),
    )
    .map(({ kind, mention }) => `${kind}:${labels.get(mention.destination)}`)
    .sort();
}

export interface Figures {
  readonly sentences: number;
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

export function figures(measured: readonly Measured[]): Figures {
  const sum = (count: (one: Measured) => number) =>
    measured.reduce((total, one) => total + count(one), 0);
  return {
    sentences: measured.length,
    right: sum(({ expected, read }) => common(expected, read)),
    wrong: sum(({ expected, read }) => read.length - common(expected, read)),
    missed: sum(
      ({ expected, read }) => expected.length - common(expected, read),
    ),
  };
}

function common(a: readonly string[], b: readonly string[]): number {
  return a.filter((one) => b.includes(one)).length;
}
