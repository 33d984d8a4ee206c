import { say } from "#src/language/say.ts";

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A number with a fixed count of decimals and a real minus sign: `fixed(-0.19728, 3)` is "−0.197". */
export function fixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return infinite(value);
  const text = value.toFixed(decimals);
  // −0.00 reads as a claim about a sign; it is only a rounded zero.
  return minus(Number(text) === 0 ? text.replace("-", "") : text);
}

/**
 * A number with the given significant digits and no trailing zeros; very small or very large
 * values as a power of ten: `significant(0.0306122, 3)` is "0.0306", `significant(2e-7)` is "2 × 10⁻⁷".
 */
export function significant(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return infinite(value);
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e-4 && size < 1e6) return minus(String(Number(value.toPrecision(digits))));
  const [mantissa, exponent] = value.toExponential(digits - 1).split("e") as [string, string];
  const head = String(Number(mantissa));
  const power = powerOfTen(Number(exponent));
  return minus(head === "1" ? power : `${head} × ${power}`);
}

/** "10⁻³" for −3. */
export function powerOfTen(exponent: number): string {
  if (exponent === 0) return "1";
  const digits = [...String(Math.abs(exponent))].map((digit) => superscripts[Number(digit)]);
  return `10${exponent < 0 ? "⁻" : ""}${digits.join("")}`;
}

/** A coordinate pair for prose and tables: "(−4.00, 1.00)". */
export function pair(x: number, y: number, decimals = 2): string {
  return `(${fixed(x, decimals)}, ${fixed(y, decimals)})`;
}

function minus(text: string): string {
  return text.replace("-", "−");
}

function infinite(value: number): string {
  if (Number.isNaN(value)) return say("not a number");
  return value > 0 ? "∞" : "−∞";
}
