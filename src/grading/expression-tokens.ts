import { say } from "#src/language/say.ts";

/** One sign, number or name of a formula. */
export interface Token {
  readonly kind: "number" | "name" | "operator";
  readonly text: string;
}

/** Signs that people type or paste for the same thing. */
const SAME: Readonly<Record<string, string>> = {
  "−": "-",
  "–": "-",
  // A hyphen at which no line is broken, and a space without a width: they come with pasted text.
  "\u2011": "-",
  "\u200b": "",
  "·": "*",
  "⋅": "*",
  "×": "*",
  "÷": "/",
  "[": "(",
  "]": ")",
  "²": "^2",
  "³": "^3",
  "√": " sqrt ",
};

const PIECE =
  /\s*(?:(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([\p{L}_][\p{L}\p{N}_]*)|(\*\*|[-+*/^()]))/uy;

/**
 * Splits a formula into its signs.
 *
 * @throws SyntaxError in words for the person who typed it
 */
export function tokenize(text: string): readonly Token[] {
  const plain = [...text].map((letter) => SAME[letter] ?? letter).join("");
  if (/\d,\d/.test(plain)) throw new SyntaxError(withoutCommas(plain.trim()));
  if (/[=<>≤≥]/.test(plain)) {
    throw new SyntaxError("Type the right-hand side alone, without = or <.");
  }
  const tokens: Token[] = [];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < plain.trimEnd().length) {
    const start = PIECE.lastIndex;
    const piece = PIECE.exec(plain);
    if (!piece)
      throw new SyntaxError(`“${plain.slice(start).trim()[0]}” cannot stand in a formula.`);
    const [, number, name, operator] = piece;
    if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (name !== undefined) tokens.push({ kind: "name", text: name });
    else tokens.push({ kind: "operator", text: operator === "**" ? "^" : (operator ?? "") });
  }
  return tokens;
}

/** What to write in place of numbers with commas: the same with dots, where that is the same number. */
function withoutCommas(text: string): string {
  const numbers = text.match(/[\d.]+(?:,[\d.]+)+/g) ?? [];
  const spaced = /[\d.]\s+[\d.]/.test(text);
  return numbers.every(isDecimal) && !spaced
    ? say("Write the decimal point as a dot, not as a comma: {number}.", {
        number: text.replace(/(\d),(\d)/g, "$1.$2"),
      })
    : SEPARATED;
}

/** Whether the comma can only be a decimal one: three digits behind it may be thousands, not after 0. */
export function isDecimal(number: string): boolean {
  return /^(?:0+,\d+|\d+,(?!\d{3}$)\d+)$/.test(number);
}

/** What to say of a comma that may stand for thousands. */
export const SEPARATED = say(
  "Write a number without separators, such as 1234.5: a decimal point is a dot, not a comma.",
);
