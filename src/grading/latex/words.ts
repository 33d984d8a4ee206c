/** What people write in mathematics and no formula of an answer knows, by the word for it. */
const NAMED: Readonly<Record<string, string>> = {
  "\\int": "an integral sign",
  "\\iint": "an integral sign",
  "\\oint": "an integral sign",
  "\\sum": "a sum sign",
  "\\prod": "a product sign",
  "\\lim": "a limit",
  "\\infty": "the sign for infinity",
  "\\partial": "a derivative",
  "\\nabla": "a gradient sign",
  "\\mathrm d": "a differential",
  "\\pm": "the sign ±",
  "\\mp": "the sign ∓",
  "\\lVert": "a norm",
  "\\Vert": "a norm",
  "\\|": "a norm",
  "\\begin": "a matrix or a list of cases",
  "\\binom": "a binomial coefficient",
  "\\prime": "a prime",
  "'": "a prime",
  "!": "a factorial",
  "%": "a percent sign",
  "\\%": "a percent sign",
  "\\ldots": "dots",
  "\\cdots": "dots",
  "\\dots": "dots",
  "\\{": "a brace",
  "\\}": "a brace",
  "\\lbrace": "a brace",
  "\\rbrace": "a brace",
};

const FUNCTION =
  /^\\(?:sin|cos|tan|cot|sec|csc|arcsin|arccos|arctan|sinh|cosh|tanh|max|min|det|gcd)$/;

/** Says that a sign of TeX cannot be read, and what can be written. */
export function cannotBePart(token: string, variables: readonly string[]): string {
  const what =
    NAMED[token] ??
    (FUNCTION.test(token) ? `the function ${token.slice(1)}` : `“${token.replace(/^\\/, "")}”`);
  const names = variables.length > 0 ? `, and ${variables.join(", ")}` : "";
  return `${what[0]?.toUpperCase()}${what.slice(1)} cannot be part of this answer: write numbers, + − · / ^, roots, |…|, exp, ln${names}.`;
}

export const EMPTY = "A place in the formula is still empty: fill it, or delete it.";
export const NO_CLOSING = "A closing parenthesis ) is missing.";
export const NO_OPENING = "There is a ) too many.";
export const NO_RELATION = "Type the right-hand side alone, without = or <.";
export const TWO_WAYS =
  "A product after a division can be read in two ways. Write a fraction, or a·b in parentheses.";
export const MIXED =
  "A number right before a fraction of numbers can be read in two ways. Write + or · between them.";
export const NUMBER_BEHIND = (number: string) =>
  `“${number}” stands right behind something without a sign. Write · or ^ between them.`;
