/**
 * Where the cubic through two values and two slopes has its minimum. NaN if it has none.
 *
 *     b − (b − a) (s_b + w − z) / (s_b − s_a + 2w)
 *     z = s_a + s_b − 3 (f_b − f_a)/(b − a),    w = ± √(z² − s_a s_b), the sign that of b − a
 *
 * Source: Davidon 1959; Nocedal & Wright 2006, equation 3.59.
 */
export function cubicMinimizer(
  a: number,
  fa: number,
  sa: number,
  b: number,
  fb: number,
  sb: number,
): number {
  const z = sa + sb - (3 * (fb - fa)) / (b - a);
  const scale = Math.max(Math.abs(z), Math.abs(sa), Math.abs(sb)); // squares stay in range
  const w = Math.sign(b - a) * scale * Math.sqrt((z / scale) ** 2 - (sa / scale) * (sb / scale));
  return b - ((b - a) * (sb + w - z)) / (sb - sa + 2 * w);
}

/** Where the parabola through the value and slope at a and the value at b is level. */
export function parabolaMinimizer(
  a: number,
  fa: number,
  sa: number,
  b: number,
  fb: number,
): number {
  const h = b - a;
  return a - (sa * h * h) / (2 * (fb - fa - sa * h));
}

/** Where the slope, taken as linear between a and b, is 0. */
export function secantZero(a: number, sa: number, b: number, sb: number): number {
  return a - (sa * (b - a)) / (sb - sa);
}
