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
import {
  documentSymbolFeature,
  workspaceSymbolFeature,
} from "./symbol-features.js";
import { workspaceFeature } from "./workspace.js";

export const features: readonly Feature[] = [
  workspaceFeature,
  diagnosticsFeature,
  codeActionFeature,
  completionFeature,
  hoverFeature,
  definitionFeature,
  referencesFeature,
  highlightFeature,
  renameFeature,
  documentLinkFeature,
  foldingFeature,
  inlayHintFeature,
  semanticTokensFeature,
  documentSymbolFeature,
  workspaceSymbolFeature,
  commandFeature,
  destinationFeature,
  pasteFeature,
];
