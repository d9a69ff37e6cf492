import fc from "fast-check";
import { isReservedName } from "../../server/src/targets/reserved-names.js";
import type { Target } from "../../server/src/targets/target.js";

/** Hosts of the arbitrary targets. */
export const hosts = ["github.com", "ghe.example.org"];

const host = fc.constantFrom(...hosts);
const login = fc
  .stringMatching(/^[A-Za-z\d][A-Za-z\d-]{0,20}$/)
  .filter((name) => !isReservedName(name));
const repo = fc
  .stringMatching(/^[\w.-]{1,30}$/)
  .filter((name) => !/^\.{1,2}$|\.git$/i.test(name));
const repository = { host, owner: login, repo };
const number = fc.integer({ min: 1, max: 999_999_999 });

const segment = fc
  .string({ unit: "binary", minLength: 1, maxLength: 12 })
  .filter(
    (text) =>
      !/\p{Surrogate}/u.test(text) &&
      !text.includes("/") &&
      !/^\.{1,2}$/.test(text),
  );
const path = fc
  .array(segment, { minLength: 1, maxLength: 4 })
  .map((segments) => segments.join("/"));
/** Dots at an end would run into those that separate two refs. */
const ref = path.filter((text) => !/\.\.|^\.|\.$/.test(text));
const sha = fc.stringMatching(/^(?:[\da-f]{7,40}|[\da-f]{64})$/);
const comment = fc.constantFrom("", "#issuecomment-12");

function is<const K extends string>(kind: K) {
  return fc.constant(kind);
}

/** Every kind of target but a plain URL. */
export const anyTarget: fc.Arbitrary<Target> = fc.oneof(
  fc.record({ kind: is("repository"), ...repository }),
  fc.record({
    kind: is("pull"),
    ...repository,
    number,
    suffix: fc.constantFrom("", "/files", "#issuecomment-1", "/files?w=1#diff"),
  }),
  fc.record({ kind: is("issue"), ...repository, number, suffix: comment }),
  fc.record({ kind: is("discussion"), ...repository, number, suffix: comment }),
  fc.record({ kind: is("commit"), ...repository, sha, suffix: comment }),
  fc.record({
    kind: is("compare"),
    ...repository,
    base: ref,
    head: ref,
    dots: fc.constantFrom("..", "..."),
  }),
  fc.record({
    kind: is("compare"),
    ...repository,
    base: fc.constant(undefined),
    head: ref,
    dots: is("..."),
  }),
  fc.record({ kind: is("branch"), ...repository, ref: path }),
  fc.record({
    kind: is("file"),
    ...repository,
    refAndPath: fc.tuple(segment, path).map((parts) => parts.join("/")),
    suffix: fc.constantFrom("", "#L10-L12", "?plain=1#L2"),
  }),
  fc.record({ kind: is("release"), ...repository, tag: path }),
  fc.record({ kind: is("user"), host, login }),
  fc.record({
    kind: is("project"),
    host,
    scope: fc.oneof(
      login.map((name) => `orgs/${name}`),
      login.map((name) => `users/${name}`),
      fc.tuple(login, repo).map((names) => names.join("/")),
    ),
    number,
    suffix: fc.constantFrom("", "/views/3", "?query=is%3Aopen"),
  }),
);
