import type { Extension, ParseContext, Tokenizer } from "micromark-util-types";
import { type Name, nameOfFootnote, nameOfLabel } from "./names.js";

/** That micromark asked whether a name is defined, and what it was told. */
export interface Consultation {
  /** Of the bracket it was deciding about. */
  readonly offset: number;
  readonly name: Name;
  readonly isDefined: boolean;
}

/**
 * Tells micromark of definitions outside the text it reads, and notes every name it asks for. What a text says depends
 * on nothing else outside: as long as all answers stay the same, so does the reading.
 *
 * Must stand before the extensions that ask. `base` is the offset in the document of the text that micromark reads.
 */
export function answerFrom(
  isDefinedOutside: (name: Name) => boolean,
  consultations: Consultation[],
  base: number,
): Extension {
  let offset = 0;
  let isPrepared = false;

  /** micromark keeps what is defined as arrays, of which constructs use `includes` and `push`. */
  function watched(
    keys: readonly string[],
    nameOf: (key: string) => Name,
  ): string[] {
    const inText = [...keys];
    const isDefinedInText = inText.includes.bind(inText);
    return Object.assign(inText, {
      includes(key: string): boolean {
        const name = nameOf(key);
        const isDefined = isDefinedOutside(name) || isDefinedInText(key);
        consultations.push({ offset, name, isDefined });
        return isDefined;
      },
    });
  }

  // Definitions are found before any text is read, but for those in a directive.
  function prepare(parser: ParseContext & { gfmFootnotes?: string[] }): void {
    parser.defined = watched(parser.defined, nameOfLabel);
    parser.gfmFootnotes = watched(parser.gfmFootnotes ?? [], nameOfFootnote);
  }

  const tokenize: Tokenizer = function (_effects, _ok, nok) {
    offset = this.now().offset + base;
    if (!isPrepared) prepare(this.parser);
    isPrepared = true;
    return nok;
  };
  const construct = { name: "answerFrom", tokenize };
  const leftSquareBracket = 91;
  const rightSquareBracket = 93;
  return {
    text: {
      [leftSquareBracket]: construct,
      [rightSquareBracket]: construct,
    },
  };
}
