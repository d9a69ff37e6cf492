import { describe, expect, test } from "vitest";
import { card } from "../../server/src/features/card.js";
import type {
  AccountState,
  Failure,
} from "../../server/src/targets/github-port.js";
import type { Status } from "../../server/src/targets/status.js";
import { parseUrl } from "../../server/src/targets/url.js";
import { issue, pull, repository } from "./statuses.js";

const now = Date.parse("2022-10-20T12:00:00Z");
const threeMinutesAgo = now - 3 * 60_000;

function show(
  url: string,
  result: Status | Failure | undefined,
  {
    rich = false,
    account = { state: "signed-in", login: "octocat" },
  }: { readonly rich?: boolean; readonly account?: AccountState } = {},
): string {
  return card(
    parseUrl(url, ["github.com"]),
    result && { result, at: threeMinutesAgo },
    {
      now,
      client: { richMarkdown: rich, snippets: true, insertReplace: true },
      account,
    },
  );
}

const root = "https://github.com/input-output-hk/cardano-node";
const pullUrl = `${root}/pull/4489`;

describe("pull request", () => {
  test("merged, with VS Code's icons and colours", () => {
    expect(show(pullUrl, pull, { rich: true })).toMatchInlineSnapshot(`
      "<span style="color:#8250df;">$(git-merge)</span> **Merged** · [input-output-hk/cardano-node#4489](https://github.com/input-output-hk/cardano-node/pull/4489)

      **Nix service: allow for connecting to remote tracing acceptors**

      By deepfire, opened 4 Oct 2022 (16 days ago), merged 18 Oct 2022 (1 day ago) into \`master\`

      <span style="color:#1a7f37;">$(check)</span> Checks passed · <span style="color:#1a7f37;">$(check)</span> Approved · <span style="color:#1a7f37;">+1,204</span> <span style="color:#cf222e;">−38</span> · 3 comments

      <span style="color:#000000;background-color:#7ebae4;border-radius:4px;">&nbsp;nix&nbsp;</span> <span style="color:#ffffff;background-color:#0e8a16;border-radius:4px;">&nbsp;tracing&nbsp;</span>

      > \\# Description  
      > Lets the \\*node\\* talk to an acceptor on another machine.

      *Checked 3 minutes ago*"
    `);
  });
  test("merged", () => {
    expect(show(pullUrl, pull)).toMatchInlineSnapshot(`
      "✓ **Merged** · [input-output-hk/cardano-node#4489](https://github.com/input-output-hk/cardano-node/pull/4489)

      **Nix service: allow for connecting to remote tracing acceptors**

      By deepfire, opened 4 Oct 2022 (16 days ago), merged 18 Oct 2022 (1 day ago) into \`master\`

      ✓ Checks passed · ✓ Approved · +1,204 −38 · 3 comments

      \`nix\` \`tracing\`

      > \\# Description  
      > Lets the \\*node\\* talk to an acceptor on another machine.

      *Checked 3 minutes ago*"
    `);
  });
  test("open, with failing checks", () => {
    expect(
      show(pullUrl, {
        ...pull,
        state: "open",
        mergedAt: undefined,
        closedAt: undefined,
        checks: "failure",
        review: "changes-requested",
        labels: [],
        body: "",
      }),
    ).toMatchInlineSnapshot(`
      "○ **Open** · [input-output-hk/cardano-node#4489](https://github.com/input-output-hk/cardano-node/pull/4489)

      **Nix service: allow for connecting to remote tracing acceptors**

      By deepfire, opened 4 Oct 2022 (16 days ago), into \`master\`

      ✗ Checks failed · ± Changes requested · +1,204 −38 · 3 comments

      *Checked 3 minutes ago*"
    `);
  });
  test("draft, with running checks", () => {
    expect(
      show(
        pullUrl,
        {
          ...pull,
          state: "draft",
          mergedAt: undefined,
          closedAt: undefined,
          checks: "pending",
          review: "review-required",
          comments: 0,
          labels: [],
          body: "",
        },
        { rich: true },
      ),
    ).toMatchInlineSnapshot(`
      "<span style="color:#6e7781;">$(git-pull-request-draft)</span> **Draft** · [input-output-hk/cardano-node#4489](https://github.com/input-output-hk/cardano-node/pull/4489)

      **Nix service: allow for connecting to remote tracing acceptors**

      By deepfire, opened 4 Oct 2022 (16 days ago), into \`master\`

      <span style="color:#9a6700;">$(circle-filled)</span> Checks running · <span style="color:#9a6700;">$(eye)</span> Review required · <span style="color:#1a7f37;">+1,204</span> <span style="color:#cf222e;">−38</span>

      *Checked 3 minutes ago*"
    `);
  });
  test("closed, by an account that is gone", () => {
    expect(
      show(pullUrl, {
        ...pull,
        state: "closed",
        author: undefined,
        mergedAt: undefined,
        checks: undefined,
        review: undefined,
        labels: [],
        body: "",
      }),
    ).toMatchInlineSnapshot(`
      "✗ **Closed** · [input-output-hk/cardano-node#4489](https://github.com/input-output-hk/cardano-node/pull/4489)

      **Nix service: allow for connecting to remote tracing acceptors**

      By a deleted account, opened 4 Oct 2022 (16 days ago), closed 18 Oct 2022 (1 day ago)

      +1,204 −38 · 3 comments

      *Checked 3 minutes ago*"
    `);
  });
  test("in the merge queue", () => {
    expect(
      show(
        pullUrl,
        {
          ...pull,
          state: "queued",
          mergedAt: undefined,
          closedAt: undefined,
          labels: [],
          body: "",
        },
        { rich: true },
      ),
    ).toMatchInlineSnapshot(`
      "<span style="color:#9a6700;">$(git-pull-request)</span> **In the merge queue** · [input-output-hk/cardano-node#4489](https://github.com/input-output-hk/cardano-node/pull/4489)

      **Nix service: allow for connecting to remote tracing acceptors**

      By deepfire, opened 4 Oct 2022 (16 days ago), into \`master\`

      <span style="color:#1a7f37;">$(check)</span> Checks passed · <span style="color:#1a7f37;">$(check)</span> Approved · <span style="color:#1a7f37;">+1,204</span> <span style="color:#cf222e;">−38</span> · 3 comments

      *Checked 3 minutes ago*"
    `);
  });
  test("of a repository that moved", () => {
    expect(
      show(pullUrl, { ...pull, repository: "IntersectMBO/cardano-node" }),
    ).toContain(
      "The URL says input-output-hk/cardano-node; the repository is now IntersectMBO/cardano-node.",
    );
  });
  test("of an issue that was transferred", () => {
    const moved = { ...issue, repository: "octo-org/archive", number: 1 };
    expect(show(`${root}/issues/4505`, moved)).toContain(
      "The URL says input-output-hk/cardano-node#4505; the issue was moved to octo-org/archive#1.",
    );
  });
  test("of a repository that is spelled in another case", () => {
    expect(
      show(pullUrl, { ...pull, repository: "Input-Output-HK/Cardano-Node" }),
    ).not.toContain("The URL says");
  });
  test("that is an issue", () => {
    expect(show(`${root}/pull/4505`, issue)).toContain(
      "The URL says pull request; this is an issue.",
    );
  });
  test("whose text is hostile", () => {
    const hostile =
      "![x](https://evil.example/p.png) <img src=x> [go](command:quit) $(zap) https://evil.example `x";
    expect(
      show(
        pullUrl,
        {
          ...pull,
          title: hostile,
          author: "[me](command:x)",
          baseBranch: "`a` $(zap)",
          labels: [{ name: hostile, color: 'x"><img>' }],
          repository: "evil/<img>",
          body: `${hostile}\n# ${hostile}\n- ${hostile}`,
        },
        { rich: true },
      ),
    ).toMatchInlineSnapshot(`
      "<span style="color:#8250df;">$(git-merge)</span> **Merged** · [input-output-hk/cardano-node#4489](https://github.com/input-output-hk/cardano-node/pull/4489)

      The URL says input-output-hk/cardano-node; the repository is now evil/\\<img>.

      **!\\[x\\](https:⁠//evil.example/p.png) \\<img src=x> \\[go\\](command:quit) $⁠(zap) https:⁠//evil.example \\\`x**

      By \\[me\\](command:x), opened 4 Oct 2022 (16 days ago), merged 18 Oct 2022 (1 day ago) into \`\` \`a\` $⁠(zap) \`\`

      <span style="color:#1a7f37;">$(check)</span> Checks passed · <span style="color:#1a7f37;">$(check)</span> Approved · <span style="color:#1a7f37;">+1,204</span> <span style="color:#cf222e;">−38</span> · 3 comments

      \`![x](https://evil.example/p.png) <img src=x> [go]…\`

      > !\\[x\\](https:⁠//evil.example/p.png) \\<img src=x> \\[go\\](command:quit) $⁠(zap) https:⁠//evil.example \\\`x  
      > \\# !\\[x\\](https:⁠//evil.example/p.png) \\<img src=x> \\[go\\](command:quit) $⁠(zap) https:⁠//evil.example \\\`x  
      > \\- !\\[x\\](https:⁠//evil.example/p.png) \\<img src=x> \\[go\\](command:quit) $⁠(zap) https:⁠//evil.example \\\`x

      *Checked 3 minutes ago*"
    `);
  });
});

describe("everything else", () => {
  test("open issue", () => {
    expect(
      show(`${root}/issues/4505`, issue, { rich: true }),
    ).toMatchInlineSnapshot(`
      "<span style="color:#1a7f37;">$(issue-opened)</span> **Open** · [input-output-hk/cardano-node#4505](https://github.com/input-output-hk/cardano-node/issues/4505)

      **Node crashes when the trace acceptor goes away**

      By mgmeier, opened 12 Oct 2022 (8 days ago)

      1 comment

      <span style="color:#ffffff;background-color:#d73a4a;border-radius:4px;">&nbsp;bug&nbsp;</span>

      > It should not.

      *Checked 3 minutes ago*"
    `);
  });
  test("issue closed as not planned", () => {
    expect(
      show(`${root}/issues/4505`, {
        ...issue,
        state: "not-planned",
        closedAt: "2022-10-20T11:00:00Z",
        labels: [],
        body: "",
      }),
    ).toMatchInlineSnapshot(`
      "⊘ **Closed as not planned** · [input-output-hk/cardano-node#4505](https://github.com/input-output-hk/cardano-node/issues/4505)

      **Node crashes when the trace acceptor goes away**

      By mgmeier, opened 12 Oct 2022 (8 days ago), closed 20 Oct 2022 (1 hour ago)

      1 comment

      *Checked 3 minutes ago*"
    `);
  });
  test("repository", () => {
    expect(show(root, repository, { rich: true })).toMatchInlineSnapshot(`
      "$(repo) **Repository** · [input-output-hk/cardano-node](https://github.com/input-output-hk/cardano-node)

      The core component that is used to participate in a Cardano decentralised blockchain.

      Default branch \`master\`, last push 20 Oct 2022 (30 minutes ago)

      *Checked 3 minutes ago*"
    `);
  });
  test("archived private fork", () => {
    expect(
      show(root, {
        ...repository,
        archived: true,
        fork: true,
        private: true,
        description: "",
      }),
    ).toMatchInlineSnapshot(`
      "▣ **Archived private fork** · [input-output-hk/cardano-node](https://github.com/input-output-hk/cardano-node)

      Default branch \`master\`, last push 20 Oct 2022 (30 minutes ago)

      *Checked 3 minutes ago*"
    `);
  });
  test("commit", () => {
    expect(
      show(`${root}/commit/5e4f1c2`, {
        kind: "commit",
        repository: "input-output-hk/cardano-node",
        sha: "5e4f1c2d3a4b5c6d7e8f90123456789012345678",
        title: "workbench: run without nix",
        body: "\nSo that CI does.\n",
        author: "deepfire",
        committedAt: "2022-10-20T11:59:30Z",
        checks: "success",
        additions: 1,
        deletions: 0,
      }),
    ).toMatchInlineSnapshot(`
      "◆ **Commit** · [input-output-hk/cardano-node@5e4f1c2](https://github.com/input-output-hk/cardano-node/commit/5e4f1c2)

      **workbench: run without nix**

      By deepfire, committed 20 Oct 2022 (just now)

      ✓ Checks passed · +1 −0

      > So that CI does.

      *Checked 3 minutes ago*"
    `);
  });
  test("comparison", () => {
    const status = {
      kind: "compare",
      repository: "input-output-hk/cardano-node",
      base: "master",
      head: "zt",
      ahead: 3,
      behind: 1,
    } as const;
    const url = `${root}/compare/master...zt`;
    expect(show(url, status)).toMatchInlineSnapshot(`
      "⇄ **Comparison** · [input-output-hk/cardano-node: master...zt](https://github.com/input-output-hk/cardano-node/compare/master...zt)

      \`zt\` is 3 commits ahead of and 1 commit behind \`master\`.

      *Checked 3 minutes ago*"
    `);
    expect(show(url, { ...status, ahead: 0, behind: 0 })).toContain(
      "`zt` and `master` are the same.",
    );
  });
  test("branch", () => {
    expect(
      show(`${root}/tree/bench-master`, {
        kind: "branch",
        repository: "input-output-hk/cardano-node",
        branch: "bench-master",
        sha: "5e4f1c2d3a4b5c6d7e8f90123456789012345678",
        title: "workbench: run without nix",
        committedAt: "2022-10-19T11:00:00Z",
      }),
    ).toMatchInlineSnapshot(`
      "⎇ **Branch** · [input-output-hk/cardano-node: bench-master](https://github.com/input-output-hk/cardano-node/tree/bench-master)

      **workbench: run without nix**

      Last commit \`5e4f1c2\`, 19 Oct 2022 (1 day ago)

      *Checked 3 minutes ago*"
    `);
  });
  test("release", () => {
    expect(
      show(`${root}/releases/tag/1.35.4-rc1`, {
        kind: "release",
        repository: "input-output-hk/cardano-node",
        tag: "1.35.4-rc1",
        title: "Cardano Node 1.35.4-rc1",
        state: "prerelease",
        author: "newhoggy",
        publishedAt: "2022-09-30T08:00:00Z",
        body: "Fixes.",
      }),
    ).toMatchInlineSnapshot(`
      "◇ **Pre-release** · [input-output-hk/cardano-node 1.35.4-rc1](https://github.com/input-output-hk/cardano-node/releases/tag/1.35.4-rc1)

      **Cardano Node 1.35.4-rc1**

      By newhoggy, published 30 Sep 2022 (20 days ago)

      > Fixes.

      *Checked 3 minutes ago*"
    `);
  });
  test("discussion", () => {
    expect(
      show(`${root}/discussions/7`, {
        kind: "discussion",
        repository: "input-output-hk/cardano-node",
        number: 7,
        title: "How do I trace?",
        answered: true,
        author: "mgmeier",
        createdAt: "2021-01-02T03:04:05Z",
        comments: 12,
        body: "",
      }),
    ).toMatchInlineSnapshot(`
      "✓ **Answered discussion** · [input-output-hk/cardano-node#7](https://github.com/input-output-hk/cardano-node/discussions/7)

      **How do I trace?**

      By mgmeier, started 2 Jan 2021 (1 year ago)

      12 comments

      *Checked 3 minutes ago*"
    `);
  });
  test("organization", () => {
    expect(
      show("https://github.com/input-output-hk", {
        kind: "user",
        login: "input-output-hk",
        name: "IOHK",
        organization: true,
        bio: "Cardano",
      }),
    ).toMatchInlineSnapshot(`
      "@ **Organization** · [input-output-hk](https://github.com/input-output-hk)

      **IOHK**

      Cardano

      *Checked 3 minutes ago*"
    `);
  });
  test.each([
    [
      `${root}/blob/master/a_b.nix#L10`,
      "[input-output-hk/cardano-node: master/a_b.nix](https://github.com/input-output-hk/cardano-node/blob/master/a_b.nix#L10)",
    ],
    [
      "https://github.com/orgs/input-output-hk/projects/15",
      "[orgs/input-output-hk project 15](https://github.com/orgs/input-output-hk/projects/15)",
    ],
    [
      "https://docs.cardano.org/a(b)",
      "[docs.cardano.org/a(b)](https://docs.cardano.org/a%28b%29)",
    ],
    ["command:workbench.action.quit", "command:workbench.action.quit"],
    ["../notes.md", "../notes.md"],
  ])("%s is a link and no more", (url, expected) => {
    expect(show(url, { reason: "unsupported" })).toBe(expected);
  });
});

describe("when GitHub says nothing", () => {
  const anonymous: AccountState = { state: "anonymous" };
  const check = (
    failure: Failure | undefined,
    account: AccountState | undefined,
    expected: string,
  ) =>
    expect(show(pullUrl, failure, account && { account })).toBe(
      `[input-output-hk/cardano-node#4489](${pullUrl})\n\n${expected}`,
    );

  test("no answer yet", () => {
    check(
      undefined,
      undefined,
      "GitHub has not answered yet. Hover again in a moment.",
    );
  });
  test("not found", () => {
    check(
      { reason: "not-found" },
      undefined,
      "GitHub has no such pull request, or your account may not see it. Check the URL.",
    );
    check(
      { reason: "not-found" },
      anonymous,
      "GitHub has no such pull request, or it is private. Check the URL, or sign in with “Weeknotes: Sign in to GitHub”.",
    );
  });
  test("unauthorized", () => {
    check(
      { reason: "unauthorized" },
      { state: "unauthorized" },
      "GitHub refused the sign-in. Sign in anew with “Weeknotes: Sign in to GitHub”.",
    );
    check(
      { reason: "unauthorized" },
      anonymous,
      "GitHub shows this pull request to those who are signed in. Sign in with “Weeknotes: Sign in to GitHub”.",
    );
  });
  test("rate-limited", () => {
    const until = Date.parse("2022-10-20T12:11:40Z");
    check(
      { reason: "rate-limited", until },
      { state: "rate-limited", until, signedIn: true },
      "GitHub's rate limit is reached: it answers again at 12:11 UTC (in 12 minutes).",
    );
    check(
      { reason: "rate-limited", until },
      { state: "rate-limited", until, signedIn: false },
      "GitHub's rate limit is reached: it answers again at 12:11 UTC (in 12 minutes). Who signs in with “Weeknotes: Sign in to GitHub” may ask far more.",
    );
  });
  test("offline", () => {
    check(
      { reason: "offline", detail: "getaddrinfo ENOTFOUND api.github.com" },
      { state: "offline", detail: "" },
      "GitHub could not be reached (getaddrinfo ENOTFOUND api.github.com). Hover again to try once more.",
    );
  });
  test("an answer that is none", () => {
    check(
      { reason: "offline", detail: "GitHub answered with status 502" },
      { state: "offline", detail: "" },
      "GitHub answered with status 502. Hover again to try once more.",
    );
  });
  test("switched off", () => {
    check(
      undefined,
      { state: "disabled" },
      "GitHub is not asked: look-ups are switched off here, or this workspace is not trusted.",
    );
  });
});
