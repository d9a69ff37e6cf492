import type { Example } from "./rule.js";

export const malformedGithubUrlExamples: readonly Example[] = [
  {
    title: "Pages that GitHub calls otherwise",
    markdown:
      "[a] [b](⟦https://github.com/input-output-hk/hydra/issue/13⟧) <⟦https://github.com/input-output-hk/hydra/pulls/14/files⟧> [c](⟦https://github.com/input-output-hk/hydra/issues/#15⟧)\n\n[a]: ⟦https://github.com/input-output-hk/hydra/pulls/12⟧\n",
    messages: [
      "GitHub has no such page.",
      "GitHub has no such page.",
      "GitHub has no such page.",
      "GitHub has no such page.",
    ],
    fixed:
      "[a] [b](https://github.com/input-output-hk/hydra/issues/13) <https://github.com/input-output-hk/hydra/pull/14/files> [c](https://github.com/input-output-hk/hydra/issues/15)\n\n[a]: https://github.com/input-output-hk/hydra/pull/12\n",
  },
  {
    title: "No scheme: a path on the post's own site",
    markdown:
      "[a] and [b](⟦www.github.com/input-output-hk⟧)\n\n[a]: ⟦github.com/input-output-hk/hydra/pull/12⟧\n",
    messages: [
      "Without https:// this is a path on the post's own site.",
      "Without https:// this is a path on the post's own site.",
    ],
    fixed:
      "[a] and [b](https://www.github.com/input-output-hk)\n\n[a]: https://github.com/input-output-hk/hydra/pull/12\n",
  },
  {
    title: "A misspelt scheme, or two",
    markdown:
      "[a](⟦htps://github.com/input-output-hk/hydra⟧) [b](⟦https:/github.com/input-output-hk/hydra⟧) [c](⟦https//github.com/input-output-hk/hydra⟧) [d](⟦https://https://github.com/input-output-hk/hydra⟧)\n",
    messages: [
      "An address of GitHub's begins with https://.",
      "An address of GitHub's begins with https://.",
      "An address of GitHub's begins with https://.",
      "This address has https:// twice.",
    ],
    fixed:
      "[a](https://github.com/input-output-hk/hydra) [b](https://github.com/input-output-hk/hydra) [c](https://github.com/input-output-hk/hydra) [d](https://github.com/input-output-hk/hydra)\n",
  },
  {
    title: "In quotes, behind another address, and bare",
    markdown:
      '[a] [b](⟦https://github.com/https://github.com/input-output-hk/hydra⟧) ⟦https://github.com/input-output-hk/hydra/pulls/12⟧.\n\n[a]: ⟦"https://github.com/input-output-hk/hydra/pull/12"⟧\n',
    messages: [
      "This address has https:// twice.",
      "GitHub has no such page.",
      "The quotes around this address are taken for a part of it.",
    ],
    fixed:
      "[a] [b](https://github.com/input-output-hk/hydra) https://github.com/input-output-hk/hydra/pull/12.\n\n[a]: https://github.com/input-output-hk/hydra/pull/12\n",
  },
  {
    title: "A misspelt host",
    markdown:
      "[a] [b](⟦https://gihtub.com/input-output-hk/hydra⟧)\n\n[a]: ⟦https://githib.com/input-output-hk/hydra/pull/12⟧\n",
    messages: ["This host is not github.com.", "This host is not github.com."],
    fixed:
      "[a] [b](https://github.com/input-output-hk/hydra)\n\n[a]: https://github.com/input-output-hk/hydra/pull/12\n",
  },
  {
    title: "A double slash, a space at the end, punctuation",
    markdown:
      "[a](⟦https://github.com//input-output-hk/hydra/pull/12⟧) [b](<⟦https://github.com/input-output-hk/hydra/pull/12 ⟧>) [c](⟦https://github.com/input-output-hk/hydra/pull/12%20⟧) [d] [e] [f]\n\n[d]: ⟦https://github.com/input-output-hk/hydra/pull/12.⟧\n[e]: <⟦https://github.com/input-output-hk/hydra/pull/12#issuecomment-1280947946)⟧>\n[f]: ⟦https://github.com/input-output-hk/hydra/commit/4df3c5d,⟧\n",
    messages: [
      "A double slash does not belong in an address of GitHub's.",
      "A space at its end makes this address another one.",
      "A space at its end makes this address another one.",
      "The punctuation at its end is no part of this address.",
      "The punctuation at its end is no part of this address.",
      "The punctuation at its end is no part of this address.",
    ],
    fixed:
      "[a](https://github.com/input-output-hk/hydra/pull/12) [b](<https://github.com/input-output-hk/hydra/pull/12>) [c](https://github.com/input-output-hk/hydra/pull/12) [d] [e] [f]\n\n[d]: https://github.com/input-output-hk/hydra/pull/12\n[e]: <https://github.com/input-output-hk/hydra/pull/12#issuecomment-1280947946>\n[f]: https://github.com/input-output-hk/hydra/commit/4df3c5d\n",
  },
  {
    title: "http: works, as GitHub leads on to https:",
    markdown: "[a]\n\n[a]: ⟦http://github.com/input-output-hk/hydra/pull/12⟧\n",
    messages: ["GitHub's addresses begin with https://."],
    fixed: "[a]\n\n[a]: https://github.com/input-output-hk/hydra/pull/12\n",
  },
  {
    title: "Several slips in one address: one finding, one fix",
    markdown: "[a](⟦http://github.com//input-output-hk/hydra/pulls/12.⟧)\n",
    messages: ["GitHub has no such page."],
    fixed: "[a](https://github.com/input-output-hk/hydra/pull/12)\n",
  },
  {
    title: "Pages that there are",
    markdown:
      "[a](https://github.com/input-output-hk/hydra/commits/4df3c5d) [b](https://github.com/input-output-hk/hydra/pulls) [c](https://github.com/input-output-hk/hydra/pulls/octocat) [d](https://github.com/input-output-hk/hydra/issues?q=is%3Aopen+author%3Aoctocat) [e](https://github.com/input-output-hk/hydra/pull/12/) [f](https://github.com/input-output-hk/hydra/wiki/Foo_(bar)) [g](https://github.com/input-output-hk/hydra/blob/main/a.md#usage-) [h](https://github.com) [i](https://github.com/input-output-hk/hydra/pull/12.diff) [j](https://www.github.com/input-output-hk) [k](https://github.com/pulls) [l](https://github.com/pulls/12) [m](https://github.com/orgs/input-output-hk/projects/7/views/1)\n",
  },
  {
    title: "Other hosts, other schemes, paths and templates",
    markdown:
      "[a](https://gitlab.com/a/b/issue/12) [b](https://gist.github.com//a/12) [c](http://input-output-hk.github.io//hydra/) [d](git@github.com:input-output-hk/hydra.git) [e](ssh://github.com/a/b) [f](git://github.com/a/b.git) [g](//github.com/a/b) [h](./github.com/a) [i](https://example.org/https://github.com/a/b/pulls/1) [j](https://github.com/{{owner}}/b//c) [k](https://raw.githubusercontent.com/a/b//c) [l](mailto:a@github.com) [m](https://docs.github.com/en//x)\n",
  },
  {
    title: "Images, code and bare addresses",
    markdown:
      "![a](http://github.com/a/b/raw/main/a.png) `https://github.com/a/b/pulls/1` https://github.com/a/b/pull/1.\n",
  },
];
