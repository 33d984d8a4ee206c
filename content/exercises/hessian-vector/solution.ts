export function hvp(
  grad: (x: readonly number[]) => number[],
  x: readonly number[],
  v: readonly number[],
  h = 1e-5,
): number[] {
  const ahead = grad(moved(x, v, h));
  const behind = grad(moved(x, v, -h));
  return ahead.map((entry, i) => (entry - (behind[i] ?? 0)) / (2 * h));
}

/** A copy of x, moved along v. */
function moved(x: readonly number[], v: readonly number[], by: number): number[] {
  return x.map((entry, i) => entry + by * (v[i] ?? 0));
}
