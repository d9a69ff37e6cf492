import { expect, test } from "vitest";
import { addAllMissing } from "../../server/src/features/add-all-missing.js";
import { offersFor } from "../../server/src/workspace/candidates.js";
import { workspaceOf } from "./posts.js";

const cips = "https://github.com/foundation/CIPs";
const rfcs = "https://www.rfc-editor.org/rfc";

/** What is offered for a label in a post, beside another one of the same team. */
function offers(label: string, other: string, here = ""): string[] {
  const { post } = workspaceOf({
    "2022-11-01.md": `[[${label}]]\n\n${here}`,
    "2022-10-01.md": other,
  });
  return offersFor(label, post("2022-11-01.md")).map(
    ({ destination, certain }) => {
      expect(certain).toBe(false);
      return destination;
    },
  );
}

test("labels that differ by a number lead to URLs that do", () => {
  expect(
    offers("CIP-0105", `[cip-0104]: ${cips}/tree/master/CIP-0104\n`)[0],
  ).toBe(`${cips}/tree/master/CIP-0105`);
  expect(
    offers("CIP-95", `[CIP-104]: ${cips}/tree/master/CIP-0104/README.md\n`)[0],
  ).toBe(`${cips}/tree/master/CIP-0095/README.md`);
  expect(
    offers("RFC 9110", "", `[RFC 7231]: ${rfcs}/rfc7231#section-7231\n`),
  ).toEqual([`${rfcs}/rfc9110#section-9110`]);
});

test("most of them decide", () => {
  const path = (number: number) => `${rfcs}/rfc${number}`;
  const page = (number: number) => `https://a.example/${number}`;
  const other = `[RFC 1]: ${page(1)}\n[RFC 2]: ${path(2)}\n[RFC 3]: ${path(3)}\n`;
  expect(offers("RFC 4", other)).toEqual([path(4), page(4)]);
});

test("no other label, and no URL without the number, says anything", () => {
  expect(offers("RFC 4", `[RFCS 3]: ${rfcs}/rfc3\n`)).toEqual([]);
  expect(offers("RFC 4", `[RFC 3]: ${rfcs}/rfc33\n`)).toEqual([]);
  expect(offers("4", `[3]: ${rfcs}/rfc3\n`)).toEqual([]);
  expect(offers("v1.4", `[v1.3]: ${rfcs}/v1.3\n`)).toEqual([]);
});

test("nothing is added unasked where a label may be either", () => {
  const { post } = workspaceOf({
    "2022-11-01.md": "[[CIP-105]]\n",
    "2022-10-01.md": `[CIP-104]: ${cips}/tree/master/CIP-104\n`,
  });
  expect(addAllMissing(post("2022-11-01.md"))).toEqual({
    edits: [],
    added: [],
    unknown: ["CIP-105"],
  });
});

test("a pull request is none, and a label that another post defines is that", () => {
  expect(
    offers("plan 4", `[plan 3]: https://github.com/o/r/pull/3\n`),
  ).not.toContain("https://github.com/o/r/pull/4");
  const { post } = workspaceOf({
    "2022-11-01.md": "[[RFC 4]]\n",
    "2022-10-01.md": `[RFC 3]: ${rfcs}/rfc3\n[RFC 4]: https://a.example\n`,
  });
  expect(offersFor("RFC 4", post("2022-11-01.md"))).toEqual([
    expect.objectContaining({ destination: "https://a.example" }),
  ]);
});
