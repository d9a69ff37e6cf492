import type {
  CancellationToken,
  DataTransfer,
  Disposable,
  DocumentSelector,
  Range,
  TextDocument,
  WorkspaceEdit,
} from "vscode";

/**
 * What Weeknotes uses of VS Code's API for pasting. It is final since VS Code 1.97, which is newer than the oldest one that
 * Weeknotes runs in and whose types it is compiled with: so it is looked for.
 */
export interface PasteApi {
  readonly languages: {
    registerDocumentPasteEditProvider(
      selector: DocumentSelector,
      provider: PasteEditProvider,
      metadata: {
        readonly providedPasteEditKinds: readonly EditKind[];
        readonly pasteMimeTypes: readonly string[];
      },
    ): Disposable;
  };
  readonly DocumentPasteEdit: new (
    insertText: string,
    title: string,
    kind: EditKind,
  ) => PasteEdit;
  readonly DocumentDropOrPasteEditKind: { readonly Empty: EditKind };
}

export interface EditKind {
  append(...parts: string[]): EditKind;
  contains(other: EditKind): boolean;
}

export interface PasteEdit {
  insertText: unknown;
  additionalEdit?: WorkspaceEdit;
}

export interface PasteEditProvider {
  provideDocumentPasteEdits(
    document: TextDocument,
    ranges: readonly Range[],
    dataTransfer: DataTransfer,
    context: { readonly only: EditKind | undefined },
    token: CancellationToken,
  ): Promise<PasteEdit[] | undefined>;
}

export function hasPasteApi(api: object): api is PasteApi {
  return (
    "DocumentPasteEdit" in api &&
    "DocumentDropOrPasteEditKind" in api &&
    "languages" in api &&
    typeof api.languages === "object" &&
    api.languages !== null &&
    "registerDocumentPasteEditProvider" in api.languages
  );
}
