import {
  type CancellationToken,
  LSPErrorCodes,
  ResponseError,
  type TextDocumentIdentifier,
} from "vscode-languageserver";
import type { FeatureContext } from "../features/context.js";

/** Makes request handlers that share one manner: see `createHandlers`. */
export interface Handlers {
  /** For a request about one open document, which is looked up once, when the request arrives. */
  forDocument<P extends DocumentParams, R>(
    empty: R,
    run: (
      context: FeatureContext,
      params: P,
      signal: AbortSignal,
    ) => R | Promise<R>,
  ): Handler<P, R>;
  forWorkspace<P, R>(
    empty: R,
    run: (params: P, signal: AbortSignal) => R | Promise<R>,
  ): Handler<P, R>;
}

type Handler<P, R> = (
  params: P,
  token: CancellationToken,
) => Promise<R | ResponseError<never>>;

interface DocumentParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** Says no to a request, with a reason the editor shows. */
export function refusal(reason: string): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.RequestFailed, reason);
}

/**
 * A cancelled request is answered as cancelled; a thrown bug becomes a line in the log and an empty answer; only a
 * refusal reaches the user.
 */
export function createHandlers(
  contextOf: (uri: string) => FeatureContext | undefined,
  logError: (error: unknown) => void,
): Handlers {
  function forWorkspace<P, R>(
    empty: R,
    run: (params: P, signal: AbortSignal) => R | Promise<R>,
  ): Handler<P, R> {
    return async (params, token) => {
      const controller = new AbortController();
      const listening = token.onCancellationRequested(() => controller.abort());
      try {
        if (token.isCancellationRequested) return cancelled();
        const result = await run(params, controller.signal);
        return controller.signal.aborted ? cancelled() : result;
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        logError(error);
        return empty;
      } finally {
        listening.dispose();
      }
    };
  }
  return {
    forWorkspace,
    forDocument: (empty, run) =>
      forWorkspace(empty, (params, signal) => {
        const context = contextOf(params.textDocument.uri);
        return context ? run(context, params, signal) : empty;
      }),
  };
}

function cancelled(): ResponseError<never> {
  return new ResponseError<never>(
    LSPErrorCodes.RequestCancelled,
    "The request was cancelled.",
  );
}
