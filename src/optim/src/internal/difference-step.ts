/**
 * How far to step aside at the coordinate xi, to balance the error of a central difference,
 * ~h², against that of rounding, ~ε/h for first and ~ε/h² for second differences.
 *
 * @param order of the derivative that is approximated.
 */
export function differenceStep(xi: number, order: 1 | 2): number {
  return Number.EPSILON ** (1 / (order + 2)) * Math.max(1, Math.abs(xi));
}

/**
 * What rounding alone may do to (f(x + h) − f(x − h)) / 2h: a few units in the last digit of f,
 * divided by h. A disagreement of this size proves nothing.
 */
export function differenceNoise(f: number, xi: number): number {
  return (4 * Number.EPSILON * Math.abs(f)) / differenceStep(xi, 1);
}
