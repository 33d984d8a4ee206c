import { readExpression } from "./expression.ts";
import { mapTexts } from "./map-texts.ts";

const SLOT = /\[\[([^\][]+)\]\]/g;
/** Digits of a number within a text. */
const DIGITS = 5;

/**
 * Puts numbers into a template, however deep: a text that begins with "=" is an expression and
 * becomes its value; in any other text, `[[expression]]` becomes the value in digits.
 *
 * @throws Error naming an expression that cannot be read or has no finite value
 */
export function fill<Template>(
  template: Template,
  numbers: Readonly<Record<string, number>>,
): Template {
  return mapTexts(template, (text) =>
    text.startsWith("=")
      ? evaluate(text.slice(1), numbers)
      : text.replace(SLOT, (_, expression: string) => written(evaluate(expression, numbers))),
  );
}

/** A number as the texts of exercises write it: so many significant digits, no needless zeros. */
export function written(value: number, digits = DIGITS): string {
  return String(Number(value.toPrecision(digits)));
}

function evaluate(expression: string, numbers: Readonly<Record<string, number>>): number {
  const read = readExpression(expression, Object.keys(numbers));
  if (read.kind === "unreadable")
    throw new Error(`template: “${expression}” cannot be read: ${read.message}`);
  const value = read.evaluate(numbers);
  if (Number.isFinite(value)) return value;
  throw new Error(
    `template: “${expression}” is ${value} for ${JSON.stringify(numbers)}. Give numbers for which it is finite.`,
  );
}
