import { readExpression } from "./expression.ts";

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
  const filled = (part: unknown): unknown => {
    if (typeof part === "string") {
      if (part.startsWith("=")) return evaluate(part.slice(1), numbers);
      return part.replace(SLOT, (_, expression: string) => written(evaluate(expression, numbers)));
    }
    if (Array.isArray(part)) return part.map(filled);
    if (typeof part === "object" && part !== null)
      return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, filled(value)]));
    return part;
  };
  return filled(template) as Template;
}

/** A number as the texts of exercises write it: up to five significant digits, no needless zeros. */
export function written(value: number): string {
  return String(Number(value.toPrecision(DIGITS)));
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
