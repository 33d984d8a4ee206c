/** One sign, number or name of a formula. */
export interface Token {
  readonly kind: "number" | "name" | "operator";
  readonly text: string;
}

/** Signs that people type or paste for the same thing. */
const SAME: Readonly<Record<string, string>> = {
  "−": "-",
  "–": "-",
  "·": "*",
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
  if (/\d,\d/.test(plain)) {
    throw new SyntaxError(
      `Write the decimal point as a dot, not as a comma: ${plain.trim().replace(/(\d),(\d)/g, "$1.$2")}.`,
    );
  }
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
