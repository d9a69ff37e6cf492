import { isFailure } from "../targets/github-port.js";
import type { RepositoryTarget } from "../targets/target.js";
import type { Post } from "../workspace/post.js";
import { examplePull, exampleRepository } from "./example-statuses.js";
import { knownPlaces, repositoriesOf } from "./places.js";
import type { Finding, Rule } from "./rule.js";

const secret = "https://github.com/octo-org/secret";
const open = "https://github.com/octo-org/hello-world";
const statuses = {
  [`${secret}/pull/1`]: examplePull("octo-org/secret", 1),
  [secret]: exampleRepository("octo-org/secret", { private: true }),
  [`${open}/pull/1`]: examplePull("octo-org/hello-world", 1),
  [open]: exampleRepository("octo-org/hello-world"),
};

export const privateTarget: Rule = {
  id: "private-target",
  summary: "A private repository in a post that everybody may read",
  severity: "warning",
  online: true,
  documentation: `
Readers of a public post cannot follow a link to a private repository: GitHub shows them "not found". And the address tells
them what there is.

On where the setting \`weeknotes.audience\` is \`public\`, and only with an account that sees the repository. There is no
quick fix: whether to leave the reference out or to make the repository public is the author's to say.
`.trim(),
  examples: [
    {
      title: "A private repository",
      markdown: `Merged [[secret-pull-1]] and [[hello-pull-1]].\n\n[secret-pull-1]: ⟦${secret}/pull/1⟧\n[hello-pull-1]: ${open}/pull/1\n`,
      settings: { audience: "public" },
      statuses,
      messages: [
        "octo-org/secret is private: the readers of a public post cannot see it.",
      ],
    },
    {
      title: "A post for the team",
      markdown: `Merged [[secret-pull-1]].\n\n[secret-pull-1]: ${secret}/pull/1\n`,
      statuses,
    },
  ],
  *furtherTargets(post) {
    if (!isPublic(post)) return;
    yield* repositoriesOf(knownPlaces(post).map(({ target }) => target)).filter(
      (repository) => post.online?.account(repository) === "signed-in",
    );
  },
  *check(post) {
    if (!isPublic(post)) return;
    for (const { target, span } of knownPlaces(post)) {
      const [repository] = repositoriesOf([target]);
      if (!repository || !isPrivate(post, repository)) continue;
      yield {
        span,
        message: `${target.owner}/${target.repo} is private: the readers of a public post cannot see it.`,
        fixes: () => [],
      } satisfies Finding;
    }
  },
};

function isPublic({ settings }: Post): boolean {
  return settings.audience === "public";
}

function isPrivate({ online }: Post, repository: RepositoryTarget): boolean {
  const result = online?.answer(repository)?.result;
  return (
    result !== undefined &&
    !isFailure(result) &&
    result.kind === "repository" &&
    result.private
  );
}
