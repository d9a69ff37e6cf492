/** A bit for each letter, and some for what else a text in lower case holds: one that holds another's letters has its bits. */
export function letterBits(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= bitOf(text.charCodeAt(at));
  return bits;
}

const allBits = -1;
const a = 97;
const zero = 48;

/** Four bits are the digits', and one all other characters'. */
function bitOf(code: number): number {
  if (code >= a && code < a + 26) return 1 << (code - a);
  if (code >= zero && code < zero + 10) return 1 << (26 + (code & 3));
  return 1 << 30;
}

/** What of a typed text is looked for. */
export function lettersIn(typed: string): string {
  return typed.toLowerCase().replace(/\s/g, "");
}

/**
 * Whether all characters of `typed` stand in a text in lower case in that order, as editors filter. `bits`: the text's, where
 * they are known; most texts are told by them.
 */
export function lettersTest(
  typed: string,
): (letters: string, bits?: number) => boolean {
  const text = lettersIn(typed);
  const wanted = [...text];
  const wantedBits = letterBits(text);
  return (letters, bits = allBits) => {
    if ((bits & wantedBits) !== wantedBits) return false;
    let at = 0;
    for (const character of wanted) {
      at = letters.indexOf(character, at) + 1;
      if (at === 0) return false;
    }
    return true;
  };
}
