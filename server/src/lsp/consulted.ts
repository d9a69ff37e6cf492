import type { Answer } from "../targets/github-port.js";
import type { Target } from "../targets/target.js";
import { targetKey } from "../targets/target-key.js";
import type { Online, Post } from "../workspace/post.js";

/** A post that notes which of GitHub's answers are looked at. */
export interface Consulted {
  readonly post: Post;
  /** Whether GitHub still says the same. */
  holds(online: Online | undefined): boolean;
}

export function consulted(post: Post): Consulted {
  const { online } = post;
  const seen = new Map<
    string,
    { target: Target; answer: Answer | undefined }
  >();
  const accounts = new Map<Target, ReturnType<Online["account"]>>();
  return {
    post: online
      ? {
          ...post,
          online: {
            account(target) {
              const account = online.account(target);
              accounts.set(target, account);
              return account;
            },
            answer(target) {
              const answer = online.answer(target);
              seen.set(targetKey(target), { target, answer });
              return answer;
            },
          },
        }
      : post,
    holds: (now) =>
      (now === undefined) === (online === undefined) &&
      [...accounts].every(
        ([target, account]) => now?.account(target) === account,
      ) &&
      [...seen.values()].every(({ target, answer }) =>
        sameResult(answer, now?.answer(target)),
      ),
  };
}

/** An answer that was confirmed is another object that says the same. */
function sameResult(a: Answer | undefined, b: Answer | undefined): boolean {
  return (
    a?.result === b?.result ||
    JSON.stringify(a?.result) === JSON.stringify(b?.result)
  );
}
