/** Significant digits that a number is shown with; all of them are one hover away. */
const significant = 6;

/**
 * A number as a reader wants to see it: six significant digits, no trailing zeros, integers whole,
 * and powers of ten outside [1e-4, 1e7).
 */
export function digits(value: number): string {
  if (Object.is(value, -0)) return "0";
  if (!Number.isFinite(value)) return value > 0 ? "Infinity" : value < 0 ? "-Infinity" : "NaN";
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e15) return String(value);
  const rounded = Number(value.toPrecision(significant));
  if (size >= 1e-4 && size < 1e7) return String(rounded);
  return rounded.toExponential();
}
