import { brokenDefinition } from "./broken-definition.js";
import { brokenInlineLink } from "./broken-inline-link.js";
import { conflictingDefinition } from "./conflicting-definition.js";
import { duplicateDefinition } from "./duplicate-definition.js";
import { frontMatterMissing } from "./front-matter-missing.js";
import { frontMatterSchema } from "./front-matter-schema.js";
import { headingLevel } from "./heading-level.js";
import { kindMismatch } from "./kind-mismatch.js";
import { labelTargetMismatch } from "./label-target-mismatch.js";
import { malformedGithubUrl } from "./malformed-github-url.js";
import { malformedUrl } from "./malformed-url.js";
import { missingSummary } from "./missing-summary.js";
import { missingTarget } from "./missing-target.js";
import { movedTarget } from "./moved-target.js";
import { privateTarget } from "./private-target.js";
import type { Rule } from "./rule.js";
import { sameTargetTwice } from "./same-target-twice.js";
import { shortSha } from "./short-sha.js";
import { slugFileName } from "./slug-file-name.js";
import { staleClaim } from "./stale-claim.js";
import { textTargetMismatch } from "./text-target-mismatch.js";
import { undefinedReference } from "./undefined-reference.js";
import { unknownAuthor } from "./unknown-author.js";
import { unknownRule } from "./unknown-rule.js";
import { unknownTag } from "./unknown-tag.js";
import { unusedDefinition } from "./unused-definition.js";

const rulesOfPosts: readonly Rule[] = [
  undefinedReference,
  unusedDefinition,
  duplicateDefinition,
  brokenDefinition,
  brokenInlineLink,
  labelTargetMismatch,
  textTargetMismatch,
  malformedGithubUrl,
  malformedUrl,
  conflictingDefinition,
  sameTargetTwice,
  missingTarget,
  movedTarget,
  privateTarget,
  kindMismatch,
  shortSha,
  staleClaim,
  frontMatterMissing,
  frontMatterSchema,
  slugFileName,
  unknownAuthor,
  unknownTag,
  headingLevel,
  missingSummary,
];

export const allRules: readonly Rule[] = [
  ...rulesOfPosts,
  unknownRule(rulesOfPosts.map(({ id }) => id)),
];
