import { CodeActionKind } from "vscode-languageserver-types";

/** The kinds of refactoring there are, below those that the protocol names. */
export const refactoringKinds = {
  toReference: `${CodeActionKind.RefactorExtract}.reference.weeknotes`,
  toInlineLink: `${CodeActionKind.RefactorInline}.reference.weeknotes`,
  textToReference: `${CodeActionKind.RefactorRewrite}.reference.weeknotes`,
  toTitledLink: `${CodeActionKind.RefactorRewrite}.titledLink.weeknotes`,
  allToReferences: `${CodeActionKind.Source}.convertLinks.weeknotes`,
  updateLabels: `${CodeActionKind.Source}.updateLabels.weeknotes`,
  separateBlocks: `${CodeActionKind.Source}.separateBlocks.weeknotes`,
} as const;
