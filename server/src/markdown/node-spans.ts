import type { Nodes } from "mdast";
import type {
  CompileContext,
  Extension,
  Token,
} from "mdast-util-from-markdown";
import type { Span } from "./span.js";

/** Where the parts of a link, reference or definition stand; mdast itself keeps only the place of the whole. */
export interface NodeSpans {
  text?: Span;
  label?: Span;
  /** The label's source, which mdast gives only with its escapes resolved. */
  labelSource?: string;
  destination?: Span;
  title?: Span;
}

/**
 * Notes the parts' places while mdast is built from micromark's tokens. `base` is the offset in the document of the text
 * that micromark reads.
 */
export function recordSpans(
  spans: Map<Nodes, NodeSpans>,
  base: number,
): Extension {
  function note(node: Nodes | undefined, part: NodeSpans): void {
    if (node) spans.set(node, { ...spans.get(node), ...part });
  }
  const spanOf = (token: Token): Span => ({
    start: token.start.offset + base,
    end: token.end.offset + base,
  });
  const top = (context: CompileContext, below = 0) =>
    context.stack[context.stack.length - 1 - below] as Nodes | undefined;

  // The handlers mdast-util-from-markdown has for these only open a buffer.
  const buffered = (
    part: (token: Token, context: CompileContext) => NodeSpans,
  ) =>
    function (this: CompileContext, token: Token): undefined {
      note(top(this), part(token, this));
      this.buffer();
    };
  const label = buffered((token, context) => ({
    label: spanOf(token),
    labelSource: context.sliceSerialize(token),
  }));
  const destination = buffered((token) => ({ destination: spanOf(token) }));
  // `<…>`, which has no string inside where it is empty.
  function destinationLiteral(this: CompileContext, token: Token): undefined {
    const { start, end } = spanOf(token);
    note(top(this), { destination: { start: start + 1, end: end - 1 } });
  }
  function headingText(this: CompileContext, token: Token): undefined {
    note(top(this), { text: spanOf(token) });
  }
  const title = buffered((token) => ({ title: spanOf(token) }));

  return {
    enter: {
      // Inside the buffer that `label` opened, so the link is one below.
      labelText(token) {
        note(top(this, 1), {
          text: spanOf(token),
          labelSource: this.sliceSerialize(token),
        });
      },
      referenceString: label,
      definitionLabelString: label,
      definitionDestinationLiteral: destinationLiteral,
      definitionDestinationString: destination,
      definitionTitleString: title,
      resourceDestinationLiteral: destinationLiteral,
      resourceDestinationString: destination,
      atxHeadingText: headingText,
      setextHeadingText: headingText,
    },
  };
}
