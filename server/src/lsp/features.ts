import type { FeatureName } from "./capabilities.js";
import { commandFeature } from "./commands.js";
import { destinationFeature } from "./destination.js";
import { diagnosticsFeature } from "./diagnostics.js";
import type { Feature } from "./feature.js";
import { inlayHintFeature } from "./inlay-hints.js";
import {
  codeActionFeature,
  completionFeature,
  definitionFeature,
  documentLinkFeature,
  foldingFeature,
  highlightFeature,
  hoverFeature,
  referencesFeature,
  renameFeature,
} from "./language-features.js";
import { pasteFeature } from "./paste.js";
import { semanticTokensFeature } from "./semantic-tokens.js";
import type { Session } from "./session.js";
import {
  documentSymbolFeature,
  workspaceSymbolFeature,
} from "./symbol-features.js";
import { workspaceFeature } from "./workspace.js";

/** All that is promised, and what only our own client asks for. The compiler misses none that `capabilities.ts` names. */
const features: Readonly<
  Record<FeatureName | "destination" | "paste", Feature>
> = {
  workspace: workspaceFeature,
  diagnostics: diagnosticsFeature,
  codeAction: codeActionFeature,
  completion: completionFeature,
  hover: hoverFeature,
  definition: definitionFeature,
  references: referencesFeature,
  documentHighlight: highlightFeature,
  rename: renameFeature,
  documentLink: documentLinkFeature,
  folding: foldingFeature,
  inlayHint: inlayHintFeature,
  semanticTokens: semanticTokensFeature,
  documentSymbol: documentSymbolFeature,
  workspaceSymbol: workspaceSymbolFeature,
  commands: commandFeature,
  destination: destinationFeature,
  paste: pasteFeature,
};

export function registerFeatures(session: Session): void {
  for (const register of Object.values(features)) register(session);
}
