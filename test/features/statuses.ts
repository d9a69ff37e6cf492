import type {
  CommitStatus,
  IssueStatus,
  PullStatus,
  RepositoryStatus,
} from "../../server/src/targets/status.js";

/** Statuses as GitHub might give them, to be changed where a test looks. */

export const pull: PullStatus = {
  kind: "pull",
  repository: "input-output-hk/cardano-node",
  number: 4489,
  title: "Nix service: allow for connecting to remote tracing acceptors",
  state: "merged",
  author: "deepfire",
  createdAt: "2022-10-04T09:12:31Z",
  mergedAt: "2022-10-18T14:05:00Z",
  closedAt: "2022-10-18T14:05:00Z",
  baseBranch: "master",
  headBranch: "sg/remote-tracing",
  labels: [
    { name: "nix", color: "7ebae4" },
    { name: "tracing", color: "0e8a16" },
  ],
  checks: "success",
  review: "approved",
  comments: 3,
  additions: 1204,
  deletions: 38,
  body: "<!-- Describe your change -->\r\n\r\n# Description\r\n\r\nLets the *node* talk to an acceptor on another machine.\r\n",
};

export const issue: IssueStatus = {
  kind: "issue",
  repository: "input-output-hk/cardano-node",
  number: 4505,
  title: "Node crashes when the trace acceptor goes away",
  state: "open",
  author: "mgmeier",
  createdAt: "2022-10-12T08:00:00Z",
  closedAt: undefined,
  labels: [{ name: "bug", color: "d73a4a" }],
  comments: 1,
  body: "It should not.",
};

export const repository: RepositoryStatus = {
  kind: "repository",
  repository: "input-output-hk/cardano-node",
  description:
    "The core component that is used to participate in a Cardano decentralised blockchain.",
  archived: false,
  fork: false,
  private: false,
  defaultBranch: "master",
  pushedAt: "2022-10-20T11:30:00Z",
};

export const commit: CommitStatus = {
  kind: "commit",
  repository: "input-output-hk/cardano-node",
  sha: "4df3c5d956f1b062b950643da12768ae71acf245",
  title: "Better CUE lib default for tags",
  body: "",
  author: "dermetfan",
  committedAt: "2022-10-12T08:00:00Z",
  checks: "success",
  additions: 12,
  deletions: 3,
};
