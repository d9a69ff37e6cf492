import type { Chunks } from "./chunk.js";
import type { Lines } from "./lines.js";
import type { Span } from "./span.js";
import type { Syntax } from "./syntax.js";
import type { Yaml } from "./yaml.js";

/**
 * A Markdown text and what it says. A Document never changes, and every text has one: what cannot be read as
 * something is text. All spans are UTF-16 offsets into `text`.
 */
export interface Document {
  /**
   * Put together when somebody first asks: at each key of a long text that is a string of a megabyte. What is done at each key
   * asks for a slice.
   */
  readonly text: string;
  /** Of the text, in UTF-16 units. */
  readonly length: number;
  /** `text.slice(start, end)`, of which no offset is negative. */
  slice(start: number, end: number): string;
  /** `text.charAt(offset)`: empty outside the text. */
  charAt(offset: number): string;
  /** How the text was read; a text that is no MDX was read as CommonMark even so. */
  readonly syntax: Syntax;
  readonly lines: Lines;
  /** The line ending most lines of the text use; `\n` for a text of one line. */
  readonly eol: "\n" | "\r\n" | "\r";
  /** Every use of a label in document order, with a definition or without. */
  readonly references: readonly Reference[];
  /** In document order. */
  readonly definitions: readonly Definition[];
  /** The definition that counts for a label: the first in document order, by `labelKey`. */
  readonly defined: ReadonlyMap<string, Definition>;
  /** Inline links and images, autolinks and bare URLs, in document order. */
  readonly links: readonly Link[];
  /** By label key, the first link or reference that would break if the label were defined; see `Link.latentLabels`. */
  readonly latent: ReadonlyMap<string, Link | Reference>;
  readonly headings: readonly Heading[];
  /** Absent where the text does not open with a closed YAML block. */
  readonly frontMatter: FrontMatter | undefined;
  /** The children of the root, in order and without gaps other than white space. */
  readonly blocks: readonly Block[];
  /** HTML comments (in MDX: comment expressions), with what stands between their markers. */
  readonly comments: readonly Comment[];
  /** What the text was read in. An edit keeps those it leaves alone. */
  readonly chunks: Chunks;
}

/**
 * A place in the text that uses a label.
 *
 * | form      | text     |
 * | --------- | -------- |
 * | full      | `[t][x]` |
 * | collapsed | `[x][]`  |
 * | shortcut  | `[x]`    |
 *
 * An undefined reference is one that would be a reference if its label were defined, without breaking a link around it.
 */
export interface Reference {
  readonly form: "full" | "collapsed" | "shortcut";
  readonly image: boolean;
  /** A shortcut between two literal brackets, `[[x]]`. */
  readonly bracketed: boolean;
  /** From the first bracket (or `!`) to the last; the literal brackets of `[[x]]` are outside. */
  readonly span: Span;
  /** What stands between the first pair of brackets. */
  readonly textSpan: Span;
  /** What stands between the brackets that hold the label; for collapsed and shortcut references the text. */
  readonly labelSpan: Span;
  /** The label's source text, without the quote or list markers a line break in it may carry. */
  readonly label: string;
  /** `labelKey(label)` */
  readonly key: string;
  readonly definition: Definition | undefined;
  /** The labels that would end a full reference if they were defined; see `Link.latentLabels`. */
  readonly latentLabels: readonly string[];
}

/** `[label]: destination "title"` */
export interface Definition {
  /** From `[` to the end of the title, or of the destination. */
  readonly span: Span;
  readonly labelSpan: Span;
  readonly label: string;
  /** `labelKey(label)` */
  readonly key: string;
  /** Escapes and character references resolved, as a URL is written in the page. */
  readonly destination: string;
  /** Without the angle brackets; empty, and just after the opening one, in `[a]: <>`. */
  readonly destinationSpan: Span;
  readonly title: string | undefined;
  /** Without its quotes. */
  readonly titleSpan: Span | undefined;
  /** Index in `Document.blocks` of the top-level block the definition is, or is in (a list, quote or directive). */
  readonly block: number;
}

export interface Link {
  /** `[text](destination)`, `<destination>`, or a URL that stands in the text (GFM §6.9). */
  readonly form: "inline" | "autolink" | "bare";
  readonly image: boolean;
  readonly span: Span;
  readonly textSpan: Span;
  readonly destination: string;
  /** Without angle brackets. */
  readonly destinationSpan: Span;
  /** Of an inline link or image. */
  readonly title: string | undefined;
  /**
   * The labels between brackets in this link's text, by `labelKey`: text now, but a reference, and the end of the link
   * around it (CommonMark §6.3: links do not nest), the moment the label is defined. Never define one of these.
   * The link's own text is one of them where brackets stand right before it: `[a][b](u)` would become `[a][b]`.
   */
  readonly latentLabels: readonly string[];
}

export interface Heading {
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
  readonly span: Span;
  /** The heading's text with its markup taken away. */
  readonly text: string;
  /** From the first to the last character of its content. */
  readonly textSpan: Span;
}

export interface FrontMatter {
  /** Both fences included. */
  readonly span: Span;
  /** The YAML between the fences. */
  readonly yamlSpan: Span;
  /** What it says; read when it is first asked for, and kept as long as the front matter stays as it is. */
  readonly yaml: Yaml;
}

export interface Block {
  /** mdast's name for it: `paragraph`, `list`, `definition`, `code`, `html`, `yaml`, `containerDirective`, … */
  readonly type: string;
  readonly span: Span;
  /** A fence or HTML block that runs to the end of the text because nothing closes it: nothing can be added after it. */
  readonly unclosed: boolean;
}

export interface Comment {
  readonly span: Span;
  readonly value: string;
}
