/** A code fence that is open. */
export interface Fence {
  readonly marker: string;
}

/**
 * What begins at the first character of a line, if anything but text does; for a list item how many columns before its
 * content.
 */
export function blockStart(
  line: string,
  inParagraph: boolean,
  interrupts: boolean,
): "text" | "break" | "heading" | "comment" | "unsure" | number | Fence {
  switch (line[0]) {
    case "#":
      return /^#{1,6}(?![^ \t])/.test(line) ? "heading" : "text";
    case "`":
    case "~": {
      const marker = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[0];
      return marker === undefined ? "text" : { marker };
    }
    case "<":
      if (/^<!--(?!-?>)/.test(line)) return "comment";
      return /^<[a-z/!?](?![a-z\d+.-]*:)/i.test(line) ? "unsure" : "text";
    case ">":
      return "unsure";
    case "[":
      return line[1] === "^" ? "unsure" : "text";
    case "=":
      return inParagraph && /^=+$/.test(line) ? "unsure" : "text";
    case ":":
      return line[1] === ":" || /^[-:| ]+$/.test(line) ? "unsure" : "text";
    case "-":
    case "+":
    case "*":
    case "_":
      if (/^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(line))
        return inParagraph && line[0] === "-" ? "unsure" : "break";
      if (/^(?:[-+*]|--)$|^[-:| ]+$|^[-+*](?:\t| {5})/.test(line))
        return "unsure";
      return /^[-+*] +/.exec(line)?.[0].length ?? "text";
    default:
      return /^\d/.test(line) ? numberedStart(line, interrupts) : "text";
  }
}

function numberedStart(line: string, interrupts: boolean) {
  const marker = /^(\d{1,9})[.)](?![^ \t])/.exec(line);
  if (!marker) return "text";
  // Only the first of a list may follow something else without a blank line.
  if (interrupts && marker[1] !== "1") return "unsure";
  const length = /^\d+[.)] {1,4}(?=[^ \t])/.exec(line)?.[0].length;
  return length ?? "unsure";
}

/** Whether a line closes a fence. */
export function closes(line: string, { marker }: Fence): boolean {
  const run = /^(?:`+|~+)(?=[ \t]*$)/.exec(line)?.[0];
  return (
    run !== undefined && run[0] === marker[0] && run.length >= marker.length
  );
}
