import type {
  IssueStatus,
  PullState,
  ReleaseStatus,
  RepositoryStatus,
  Status,
} from "../targets/status.js";
import { colors, type Sign } from "./markup.js";

export interface StateName extends Sign {
  /** With a capital, as GitHub says it. */
  readonly words: string;
}

/** What state something is in, in a few words, and the sign GitHub gives it. */
export function stateName(status: Status): StateName {
  switch (status.kind) {
    case "pull":
      return pullStates[status.state];
    case "issue":
      return issueStates[status.state];
    case "discussion":
      return status.answered
        ? {
            words: "Answered discussion",
            icon: "comment-discussion",
            color: colors.open,
            character: "✓",
          }
        : {
            words: status.closed ? "Closed discussion" : "Discussion",
            icon: "comment-discussion",
            ...(status.closed && { color: colors.done }),
            character: status.closed ? "✗" : "○",
          };
    case "repository":
      return repositoryState(status);
    case "commit":
      return { words: "Commit", icon: "git-commit", character: "◆" };
    case "compare":
      return { words: "Comparison", icon: "git-compare", character: "⇄" };
    case "branch":
      return { words: "Branch", icon: "git-branch", character: "⎇" };
    case "release":
      return releaseStates[status.state];
    case "user":
      return status.organization
        ? { words: "Organization", icon: "organization", character: "@" }
        : { words: "User", icon: "account", character: "@" };
  }
}

const pullStates: Readonly<Record<PullState, StateName>> = {
  open: {
    words: "Open",
    icon: "git-pull-request",
    color: colors.open,
    character: "○",
  },
  draft: {
    words: "Draft",
    icon: "git-pull-request-draft",
    color: colors.neutral,
    character: "◌",
  },
  merged: {
    words: "Merged",
    icon: "git-merge",
    color: colors.done,
    character: "✓",
  },
  closed: {
    words: "Closed",
    icon: "git-pull-request-closed",
    color: colors.closed,
    character: "✗",
  },
  queued: {
    words: "In the merge queue",
    icon: "git-pull-request",
    color: colors.attention,
    character: "◷",
  },
};

const issueStates: Readonly<Record<IssueStatus["state"], StateName>> = {
  open: {
    words: "Open",
    icon: "issue-opened",
    color: colors.open,
    character: "○",
  },
  completed: {
    words: "Closed as completed",
    icon: "issue-closed",
    color: colors.done,
    character: "✓",
  },
  "not-planned": {
    words: "Closed as not planned",
    icon: "circle-slash",
    color: colors.neutral,
    character: "⊘",
  },
  duplicate: {
    words: "Closed as duplicate",
    icon: "circle-slash",
    color: colors.neutral,
    character: "⊘",
  },
};

const releaseStates: Readonly<Record<ReleaseStatus["state"], StateName>> = {
  published: {
    words: "Release",
    icon: "tag",
    color: colors.open,
    character: "◆",
  },
  prerelease: {
    words: "Pre-release",
    icon: "tag",
    color: colors.attention,
    character: "◇",
  },
  draft: {
    words: "Draft release",
    icon: "tag",
    color: colors.neutral,
    character: "◌",
  },
  "tag-only": {
    words: "Tag without a release",
    icon: "tag",
    color: colors.neutral,
    character: "◇",
  },
};

function repositoryState({
  archived,
  fork,
  private: isPrivate,
}: RepositoryStatus): StateName {
  const kind = fork ? "fork" : "repository";
  const words = [archived && "archived", isPrivate && "private", kind]
    .filter((word) => word !== false)
    .join(" ");
  const signs = archived
    ? { icon: "archive", color: colors.attention, character: "▣" }
    : isPrivate
      ? { icon: "lock", color: colors.attention, character: "▣" }
      : { icon: fork ? "repo-forked" : "repo", character: "▢" };
  return { words: words.slice(0, 1).toUpperCase() + words.slice(1), ...signs };
}
