import {
  exampleIssue,
  examplePull,
  exampleRelease,
} from "./example-statuses.js";
import type { Example } from "./rule.js";

const name = "input-output-hk/hydra";
const base = `https://github.com/${name}`;
const fileName = "2022-10-19-hydra.md";
const definitions = `\n[a]: ${base}/pull/1\n[b]: ${base}/pull/2\n[c]: ${base}/issues/3\n[v]: ${base}/releases/tag/0.8.0\n`;

const merged = (mergedAt: string) => ({ state: "merged", mergedAt }) as const;
const closed = (closedAt: string) => ({ state: "closed", closedAt }) as const;

export const staleClaimExamples: readonly Example[] = [
  {
    title: "Merged after the post, or not yet",
    fileName,
    markdown: `- Merged ⟦[[a]]⟧ and ⟦[[b]]⟧.\n${definitions}`,
    statuses: {
      [`${base}/pull/1`]: examplePull(name, 1, merged("2022-11-02T10:00:00Z")),
      [`${base}/pull/2`]: examplePull(name, 2),
    },
    messages: [
      "“Merged”, but pull request 1 of hydra was merged on 2 Nov 2022, after this post.",
      "“Merged”, but pull request 2 of hydra is open.",
    ],
  },
  {
    title: "Closed without a merge",
    fileName,
    markdown: `- Merged ⟦[[a]]⟧ to fix the build.\n${definitions}`,
    statuses: {
      [`${base}/pull/1`]: examplePull(name, 1, closed("2022-10-18T10:00:00Z")),
    },
    messages: [
      "“Merged”, but pull request 1 of hydra was closed, and GitHub did not merge it.",
    ],
    fixed: `- Closed [[a]] to fix the build.\n${definitions}`,
  },
  {
    title: "In review long after the merge; in progress after it was closed",
    fileName,
    markdown: `- ⟦[[a]]⟧ is still in review.\n- In progress: ⟦[[c]]⟧\n${definitions}`,
    statuses: {
      [`${base}/pull/1`]: examplePull(name, 1, merged("2022-10-12T10:00:00Z")),
      [`${base}/issues/3`]: exampleIssue(name, 3, {
        state: "completed",
        closedAt: "2022-10-10T10:00:00Z",
      }),
    },
    messages: [
      "“in review”, but pull request 1 of hydra was merged on 12 Oct 2022, before this post.",
      "“In progress”, but issue 3 of hydra was closed on 10 Oct 2022, before this post.",
    ],
    fixed: `- [[a]] is still merged.\n- Closed: [[c]]\n${definitions}`,
  },
  {
    title: "Opened, closed, released and reviewed before it was so",
    fileName,
    markdown: `We opened ⟦[[a]]⟧. We reviewed ⟦[[b]]⟧. ⟦[[c]]⟧ was closed. Released version ⟦[0.8.0][v]⟧.\n${definitions}`,
    statuses: {
      [`${base}/pull/1`]: examplePull(name, 1, {
        createdAt: "2022-12-01T08:00:00Z",
      }),
      [`${base}/pull/2`]: examplePull(name, 2, {
        createdAt: "2022-06-01T08:00:00Z",
        ...merged("2022-07-01T08:00:00Z"),
      }),
      [`${base}/issues/3`]: exampleIssue(name, 3),
      [`${base}/releases/tag/0.8.0`]: exampleRelease(name, "0.8.0", {
        publishedAt: "2022-10-28T10:00:00Z",
      }),
    },
    messages: [
      "“opened”, but pull request 1 of hydra was opened on 1 Dec 2022, after this post.",
      "“reviewed”, but pull request 2 of hydra was merged on 1 Jul 2022, before this post.",
      "“closed”, but issue 3 of hydra is open.",
      "“Released”, but release 0.8.0 of hydra was published on 28 Oct 2022, after this post.",
    ],
  },
  {
    title: "The date of the front matter",
    markdown: `---\ndate: 2022-10-19\nslug: /2023-01-01-hydra\n---\n\n- Merged ⟦[[a]]⟧.\n${definitions}`,
    statuses: {
      [`${base}/pull/1`]: examplePull(name, 1, merged("2022-11-02T10:00:00Z")),
    },
    messages: [
      "“Merged”, but pull request 1 of hydra was merged on 2 Nov 2022, after this post.",
    ],
  },
  {
    title: "A team's own word",
    fileName,
    settings: { claims: { shipped: "merged", landed: "off" } },
    markdown: `- Shipped ⟦[[a]]⟧.\n- Landed [[b]].\n${definitions}`,
    statuses: {
      [`${base}/pull/1`]: examplePull(name, 1),
      [`${base}/pull/2`]: examplePull(name, 2),
    },
    messages: ["“Shipped”, but pull request 1 of hydra is open."],
  },
  {
    title: "It was so at the post's date, or within two days of it",
    fileName,
    markdown: `- Opened [[a]] and reviewed [[b]].\n- [[a]] is in review.\n- [[b]] was merged.\n- In progress: [[c]]\n- Released [[v]].\n${definitions}`,
    statuses: {
      [`${base}/pull/1`]: examplePull(name, 1, merged("2022-11-02T10:00:00Z")),
      [`${base}/pull/2`]: examplePull(name, 2, merged("2022-10-21T10:00:00Z")),
      [`${base}/issues/3`]: exampleIssue(name, 3, {
        state: "completed",
        closedAt: "2022-10-18T10:00:00Z",
      }),
      [`${base}/releases/tag/0.8.0`]: exampleRelease(name, "0.8.0", {
        publishedAt: "2022-10-10T10:00:00Z",
      }),
    },
  },
  {
    title: "Plans, conditions, negations, questions, quotations",
    fileName,
    markdown: `- [[a]] will be merged next week.\n- Once [[a]] is merged, we release [[v]].\n- [[a]] is not merged.\n- Was [[a]] merged?\n- [ ] Merged [[a]]\n- He said [[a]] was merged.\n\n> [[a]] was merged.\n\n## Next steps\n\n- Merged [[a]]\n${definitions}`,
    statuses: { [`${base}/pull/1`]: examplePull(name, 1) },
  },
  {
    title: "The verb is about something else",
    fileName,
    markdown: `- Merged a fix for [[a]].\n- Merged the bug found in [[a]].\n- Opened a follow-up to [[a]].\n- The review of [[b]] is in progress.\n- Merged [this comment](${base}/pull/1#issuecomment-1).\n- Merged [[c]].\n${definitions}`,
    statuses: {
      [`${base}/pull/1`]: examplePull(name, 1, {
        createdAt: "2022-12-01T08:00:00Z",
      }),
      [`${base}/pull/2`]: examplePull(name, 2, merged("2022-01-01T10:00:00Z")),
      [`${base}/issues/3`]: exampleIssue(name, 3),
    },
  },
  {
    title: "Merged by a bot, which leaves the pull request closed",
    fileName,
    markdown: `- Merged [[a]].\n${definitions}`,
    statuses: {
      [`${base}/pull/1`]: examplePull(name, 1, {
        ...closed("2022-10-18T10:00:00Z"),
        title: "[Merged by Bors] - Faster start",
      }),
    },
  },
];
