import { latexOfName } from "#src/grading/latex/names.ts";
import { say } from "#src/language/say.ts";

/** A key of the maths field's keyboard: what it shows, what it writes, and its name for who hears it. */
export interface Key {
  readonly latex?: string;
  readonly label?: string;
  readonly insert?: string;
  readonly command?: string;
  readonly tooltip?: string;
  readonly class?: string;
}

const FUNCTIONS: readonly Key[] = [
  { latex: "\\sqrt{x}", insert: "\\sqrt{#0}", tooltip: say("square root") },
  { latex: "x^n", insert: "#@^{#?}", tooltip: say("power") },
  { latex: "\\exp", insert: "\\exp\\left(#?\\right)", tooltip: "exp" },
  { latex: "\\ln", insert: "\\ln\\left(#?\\right)", tooltip: "ln" },
  { latex: "|x|", insert: "\\left|#0\\right|", tooltip: say("absolute value") },
  { label: "(", tooltip: say("open parenthesis") },
  { label: ")", tooltip: say("close parenthesis") },
];
const DIGITS: readonly (readonly string[])[] = [
  ["7", "8", "9"],
  ["4", "5", "6"],
  ["1", "2", "3"],
];
const OPERATORS: readonly (readonly Key[])[] = [
  [
    { latex: "\\frac{a}{b}", insert: "\\frac{#@}{#?}", tooltip: say("fraction") },
    { label: "⌫", command: "deleteBackward", tooltip: say("delete"), class: "action" },
  ],
  [
    { latex: "\\cdot", tooltip: say("times") },
    { label: "↶", command: "undo", tooltip: say("undo"), class: "action" },
  ],
  [
    { label: "−", insert: "-", tooltip: say("minus") },
    {
      label: "←",
      command: "moveToPreviousChar",
      tooltip: say("one place to the left"),
      class: "action",
    },
  ],
  [
    { label: "+", insert: "+", tooltip: say("plus") },
    {
      label: "→",
      command: "moveToNextChar",
      tooltip: say("one place to the right"),
      class: "action",
    },
  ],
];

/** Four rows of keys: the names of an answer, what the parser of answers knows, digits, operators. */
export function mathsKeys(variables: readonly string[]): readonly (readonly Key[])[] {
  const names = variables.map((name): Key => ({ latex: latexOfName(name), tooltip: name }));
  const left = [...names, ...FUNCTIONS];
  const width = Math.ceil(left.length / OPERATORS.length);
  return OPERATORS.map((operators, row) => {
    const own = left.slice(row * width, (row + 1) * width);
    const gaps = Array.from({ length: width - own.length }, (): Key => ({ class: "separator" }));
    const digits = DIGITS[row] ?? ["0", "."];
    const wide = digits.length < 3 ? [{ class: "separator" }] : [];
    return [...own, ...gaps, ...digits.map((label): Key => ({ label })), ...wide, ...operators];
  });
}
