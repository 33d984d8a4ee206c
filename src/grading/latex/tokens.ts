/** Ways of TeX to write one sign; what only moves or sizes things is left out. */
const SAME: Readonly<Record<string, string>> = {
  "\\cdot": "*",
  "\\times": "*",
  "\\ast": "*",
  "·": "*",
  "⋅": "*",
  "×": "*",
  "∗": "*",
  "\\div": "/",
  "\\slash": "/",
  "÷": "/",
  "−": "-",
  "\\lbrack": "[",
  "\\rbrack": "]",
  "\\lparen": "(",
  "\\rparen": ")",
  "\\vert": "|",
  "\\mid": "|",
  "\\lvert": "|(",
  "\\rvert": ")|",
  "\\dfrac": "\\frac",
  "\\tfrac": "\\frac",
  "\\cfrac": "\\frac",
  "\\surd": "\\sqrt",
  "\\differentialD": "\\mathrm d",
  "\\exponentialE": "e",
  "\\lt": "<",
  "\\gt": ">",
  "\\le": "<",
  "\\leq": "<",
  "\\ge": ">",
  "\\geq": ">",
};

const UNSEEN = /^(?:\s+|~|\\[ ,:;!>]|\\(?:quad|qquad|displaystyle|textstyle|limits|nolimits))$/;
const OPENING = /^\\(?:left|mleft|bigl|Bigl|biggl|Biggl)$/;
const CLOSING = /^\\(?:right|mright|bigr|Bigr|biggr|Biggr)$/;
const BAR = /^(?:\||\\vert|\\lvert|\\rvert)$/;

/**
 * Splits TeX into its signs, one a piece: a command, a letter, a digit, a brace. An absolute value
 * whose bars say which way they open is "|(" … ")|".
 */
export function latexTokens(latex: string): readonly string[] {
  const raw = (latex.match(/\\[A-Za-z]+|\\.|[\s\S]/gu) ?? []).filter((one) => !UNSEEN.test(one));
  const tokens: string[] = [];
  for (let at = 0; at < raw.length; at++) {
    const token = raw[at] ?? "";
    const sized = OPENING.test(token) || CLOSING.test(token);
    if (!sized) {
      tokens.push(SAME[token] ?? token);
      continue;
    }
    const sign = raw[++at] ?? "";
    if (BAR.test(sign)) tokens.push(OPENING.test(token) ? "|(" : ")|");
    // A dot stands where the other parenthesis is missing.
    else if (sign !== "." && sign !== "?") tokens.push(SAME[sign] ?? sign);
  }
  return tokens;
}
