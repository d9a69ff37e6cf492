import type { Database, User } from "./model.js";
import { buildRepository, type RepositorySeed } from "./repository-builder.js";
import { oddRepositories } from "./seed-odd.js";
import { productRepositories } from "./seed-products.js";
import { toolRepositories } from "./seed-tools.js";

/** Tokens the stand-in takes; any other one is a bad credential. */
export const tokens = {
  /** Sees everything, private repositories included. */
  member: "token-of-a-member",
  /** Sees what is public. */
  visitor: "token-of-a-visitor",
} as const;

/** Named sets of repositories: `report` is what the sample posts speak of, `default` adds those for odd cases. */
export type SeedName = "default" | "report";

export function isSeedName(name: string): name is SeedName {
  return name === "default" || name === "report";
}

/** Made anew at every call, so that a test may change what it got. */
export function makeSeed(name: SeedName = "default"): Database {
  const seeds: Readonly<Record<string, RepositorySeed>> = {
    ...productRepositories,
    ...toolRepositories,
    ...(name === "default" ? oddRepositories : {}),
  };
  return {
    users: new Map(people.map((user) => [user.login.toLowerCase(), user])),
    repositories: new Map(
      Object.entries(seeds).map(([fullName, seed], index) => [
        fullName.toLowerCase(),
        buildRepository(1000 + index, fullName, seed),
      ]),
    ),
    renames: new Map([
      [
        "input-output-hk/cardano-ledger-specs",
        "input-output-hk/cardano-ledger",
      ],
      ["octo-org/hello-old", "octo-org/hello-world"],
    ]),
    transfers: new Map([
      ["octo-org/hello-world/issues/77", "octo-org/archive/issues/1"],
      ["octo-org/hello-world/issues/78", "octo-org/secret/issues/2"],
    ]),
    tokens: new Map([
      [tokens.member, { login: "manveru", seesPrivate: true }],
      [tokens.visitor, { login: "octocat", seesPrivate: false }],
    ]),
  };
}

const people: readonly User[] = [
  person(1, "manveru", "Michael Fellinger", "Makes builds reproducible."),
  person(2, "johnalotoski", "John Lotoski", null),
  person(3, "dermetfan", "Robin Stumm", null),
  person(4, "disassembler", "Samuel Leathers", "Release manager"),
  person(5, "kreisys", "Shay Bergmann", null),
  person(6, "rschardt", null, null),
  person(7, "octocat", "The Octocat", "Lives in a test."),
  organization(100, "input-output-hk", "IOHK", "Cascading disruption"),
  organization(101, "octo-org", null, null),
];

function person(
  id: number,
  login: string,
  name: string | null,
  bio: string | null,
): User {
  return { id, login, name, bio, organization: false };
}

function organization(
  id: number,
  login: string,
  name: string | null,
  bio: string | null,
): User {
  return { id, login, name, bio, organization: true };
}
