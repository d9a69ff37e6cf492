import { brokenDefinition } from "./broken-definition.js";
import { brokenInlineLink } from "./broken-inline-link.js";
import { duplicateDefinition } from "./duplicate-definition.js";
import type { Rule } from "./rule.js";
import { undefinedReference } from "./undefined-reference.js";
import { unknownRule } from "./unknown-rule.js";
import { unusedDefinition } from "./unused-definition.js";

const rulesOfPosts: readonly Rule[] = [
  undefinedReference,
  unusedDefinition,
  duplicateDefinition,
  brokenDefinition,
  brokenInlineLink,
];

export const allRules: readonly Rule[] = [
  ...rulesOfPosts,
  unknownRule(rulesOfPosts.map(({ id }) => id)),
];
