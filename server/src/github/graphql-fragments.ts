const linkedFields = "number title repository { nameWithOwner }";
const linkedItems = `(first: 3) { nodes { ${linkedFields} } }`;
const people = "assignees(first: 5) { nodes { login } } milestone { title }";
/** What not every enterprise's server knows yet. */
const newerIssueFields = `subIssuesSummary { total completed } closedByPullRequestsReferences${linkedItems}`;

/** What is asked of a pull request (`Pull`) and of an issue (`Issue`) that is looked at. */
export function itemFragments(enterprise: boolean): string {
  return `
fragment Pull on PullRequest {
  ...PullLine
  mergeable autoMergeRequest { enabledAt }
  commits(last: 1) { nodes { commit { statusCheckRollup { state } } } }
  closingIssuesReferences${linkedItems} ${people}
}
fragment Issue on Issue {
  ...IssueLine ${people} ${enterprise ? "" : newerIssueFields}
}${lineFragments(enterprise)}`;
}

/**
 * The same without what is slow, checks above all, for lists of many (`PullLine`, `IssueLine`). `state` means another
 * type for a pull request than for an issue, hence the aliases. An enterprise's server may not know yet that an issue can
 * be a duplicate.
 */
export function lineFragments(enterprise: boolean): string {
  const stateReason = enterprise
    ? "stateReason"
    : "stateReason(enableDuplicate: true)";
  return `
fragment PullLine on PullRequest {
  __typename number title pullState: state isDraft isInMergeQueue author { login }
  createdAt mergedAt closedAt baseRefName headRefName reviewDecision additions deletions body
  labels(first: 10) { nodes { name color } } comments(first: 1) { totalCount } repository { nameWithOwner }
}
fragment IssueLine on Issue {
  __typename number title issueState: state ${stateReason} author { login } createdAt closedAt body
  labels(first: 10) { nodes { name color } } comments(first: 1) { totalCount } repository { nameWithOwner }
}`;
}

export const discussionFields = `
  number title isAnswered closed answerChosenBy { login } category { name } author { login } createdAt body comments(first: 1) { totalCount } repository { nameWithOwner }`;

export const repositoryFields =
  "description isArchived isFork parent { nameWithOwner } isPrivate pushedAt defaultBranchRef { name }";

export const commitFields = `
  oid message committedDate additions deletions author { name user { login } } statusCheckRollup { state }
  signature { isValid } associatedPullRequests(first: 1) { nodes { ${linkedFields} } }`;

export const tipFields = "oid message committedDate";

export const releaseFields =
  "name tagName isLatest isDraft isPrerelease publishedAt author { login } description";

export const comparisonFields = `aheadBy behindBy headTarget { ... on Commit { ${tipFields} } }`;

export const ownerFields = `
  __typename login ... on User { name bio } ... on Organization { name description }`;
