import { say } from "#src/language/say.ts";

/** What people write in mathematics and no formula of an answer knows, by the word for it. */
const NAMED: Readonly<Record<string, string>> = {
  "\\int": say("an integral sign"),
  "\\iint": say("an integral sign"),
  "\\oint": say("an integral sign"),
  "\\sum": say("a sum sign"),
  "\\prod": say("a product sign"),
  "\\lim": "a limit",
  "\\infty": say("the sign for infinity"),
  "\\partial": "a derivative",
  "\\nabla": say("a gradient sign"),
  "\\mathrm d": "a differential",
  "\\pm": say("the sign ±"),
  "\\mp": say("the sign ∓"),
  "\\lVert": "a norm",
  "\\Vert": "a norm",
  "\\|": "a norm",
  "\\begin": say("a matrix or a list of cases"),
  "\\binom": say("a binomial coefficient"),
  "\\prime": "a prime",
  "'": "a prime",
  "!": "a factorial",
  "%": say("a percent sign"),
  "\\%": say("a percent sign"),
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
    (FUNCTION.test(token)
      ? say("the function {name}", { name: token.slice(1) })
      : `“${token.replace(/^\\/, "")}”`);
  const names = variables.length > 0 ? `, and ${variables.join(", ")}` : "";
  return say(
    "{what} cannot be part of this answer: write numbers, + − · / ^, roots, |…|, exp, ln{names}.",
    { what: `${what[0]?.toUpperCase()}${what.slice(1)}`, names },
  );
}

export const EMPTY = say("A place in the formula is still empty: fill it, or delete it.");
export const NO_CLOSING = say("A closing parenthesis ) is missing.");
export const NO_OPENING = say("There is a ) too many.");
export const NO_RELATION = say("Type the right-hand side alone, without = or <.");
export const TWO_WAYS = say(
  "A product after a division can be read in two ways. Write a fraction, or a·b in parentheses.",
);
export const MIXED = say(
  "A number right before a fraction of numbers can be read in two ways. Write + or · between them.",
);
export const NUMBER_BEHIND = (number: string) =>
  say("“{number}” stands right behind something without a sign. Write · or ^ between them.", {
    number,
  });
