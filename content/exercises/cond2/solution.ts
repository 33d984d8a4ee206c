export function cond2(a: number, b: number, c: number): number {
  const mean = (a + c) / 2;
  const spread = Math.hypot((a - c) / 2, b);
  // The sizes of the eigenvalues mean + spread and mean − spread.
  const large = Math.abs(mean) + spread;
  const small = Math.abs(Math.abs(mean) - spread);
  return small <= 1e-14 * large ? Number.POSITIVE_INFINITY : large / small;
}
