import { LRUCache } from "lru-cache";
import type { Target } from "../targets/target.js";
import { parseUrl } from "../targets/url.js";
import type { Post } from "../workspace/post.js";

/** More than a long post has. */
const most = 5000;

/** What destinations lead to, remembered from one keystroke to the next. */
export function createReader(): (
  post: Post,
) => (destination: string) => Target {
  const known = new WeakMap<readonly string[], LRUCache<string, Target>>();
  return ({ settings: { github } }) => {
    const { hosts } = github;
    const targets = known.get(hosts) ?? new LRUCache({ max: most });
    known.set(hosts, targets);
    return (destination) => {
      const before = targets.get(destination);
      if (before !== undefined) return before;
      const target = parseUrl(destination, hosts);
      targets.set(destination, target);
      return target;
    };
  };
}
