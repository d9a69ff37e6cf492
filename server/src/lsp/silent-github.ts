import type { GitHub } from "../targets/github-port.js";

/** GitHub for a post whose settings say not to ask it: what is known already, and no request. */
export function silentGitHub(github: GitHub, now: () => number): GitHub {
  const answer = (target: Parameters<GitHub["peek"]>[0]) =>
    github.peek(target) ?? {
      result: { reason: "unsupported" as const },
      at: now(),
    };
  return {
    ...github,
    status: async (target) => answer(target),
    statuses: async (targets) => targets.map(answer),
    search: async () => ({ items: [], incomplete: false }),
    comment: async () => undefined,
    account: () => ({ state: "disabled" }),
  };
}
