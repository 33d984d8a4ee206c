export function hvp(
  grad: (x: readonly number[]) => number[],
  x: readonly number[],
  v: readonly number[],
  h = 1e-5,
): number[] {
  // By how much the gradient changes over a short step along v.
  // Divide by what? And is there a better second point than x?
  const ahead = grad(moved(x, v, h));
  const here = grad(x);
  return ahead.map((entry, i) => entry - (here[i] ?? 0));
}

/** A copy of x, moved along v. */
function moved(x: readonly number[], v: readonly number[], by: number): number[] {
  return x.map((entry, i) => entry + by * (v[i] ?? 0));
}
