import type { Target } from "../targets/target.js";

/** Words that name a target, and the target they lead to. */
export interface Naming {
  readonly text: string;
  readonly target: Target;
}
