/** Mistakes, as the scenario makes them, and what a quick fix makes of each. */
export interface Mistake {
  readonly text: string;
  /** Where the cursor is when Ctrl+. is pressed. */
  readonly place: string;
  readonly fix: string;
  /** A line that shall be there afterwards. */
  readonly shown?: string;
  /** A line that shall not. */
  readonly gone?: string;
}

const github = "https://github.com/input-output-hk";
const node = `[cardano-node-pull-4489]: ${github}/cardano-node/pull/4489`;
const ledger = `[cardano-ledger-pull-3097]: ${github}/cardano-ledger/pull/3097`;
const minutes = "https://example.org/minutes";

export const mistakes: readonly Mistake[] = [
  {
    text: "Opened [[cardano-node-pull-4489]] and [[cardano-ledger-pull-3097]].",
    place: "cardano-ledger-pull-3097",
    fix: "Add all missing definitions (2)",
    shown: node,
  },
  {
    text: `Opened [[cardano-node-pul-4489]].\n\n${node}`,
    place: "cardano-node-pul-4489",
    fix: "Change to [cardano-node-pull-4489]",
    shown: "Opened [[cardano-node-pull-4489]]",
  },
  {
    text: `Opened [[cardano-node-pull-4489]].\n\n${node}\n[nobody]: ${minutes}`,
    place: "nobody",
    fix: "Remove the definition of [nobody]",
    gone: "nobody",
  },
  {
    text: `Nothing to report.\n\n${ledger}\n[nobody]: ${minutes}`,
    place: "nobody",
    fix: "Remove all unused definitions (2)",
    gone: "cardano-ledger",
  },
  {
    text: `Opened [[cardano-node-pull-4489]].\n\n${node}\n[cardano-node-pull-4489]: ${minutes}`,
    place: "example.org/minutes",
    fix: "Remove this definition",
    gone: minutes,
  },
  {
    text: `Opened [[cardano-node-pull-4489]].\n\n[cardano-node-pull-4489]: ${minutes}\n${node}`,
    place: "github.com",
    fix: "Keep this one: remove the definition in line",
    gone: minutes,
  },
  {
    text: `Opened [[cardano-node-pull-4489]].\n\n[abcirdc]:\n${node}`,
    place: "abcirdc",
    fix: "Remove the empty [abcirdc]:",
    gone: "abcirdc",
  },
  {
    text: "Opened [[cardano-node-pull-4489]].\n\n[cardano-node-pull-4489]:",
    place: "cardano-node-pull-4489",
    fix: "Complete the definition: ",
    shown: node,
  },
  {
    text: `Read [a].\n[a]: ${minutes}`,
    place: "example.org/minutes",
    fix: "Add a blank line above",
  },
  {
    text: `Read [the plan] (${minutes}).`,
    place: "the plan",
    fix: "Remove the space",
    shown: `Read [the plan](${minutes}).`,
  },
  {
    text: `Read (the plan)[${minutes}].`,
    place: "the plan",
    fix: "Make it a link",
    shown: `Read [the plan](${minutes}).`,
  },
  {
    text: "Read [[the minutes]].",
    place: "the minutes",
    fix: "Disable undefined-reference for this line",
    shown: "<!-- weeknotes-disable-line undefined-reference -->",
  },
];
