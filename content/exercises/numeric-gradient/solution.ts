export function numGrad(
  f: (x: readonly number[]) => number,
  x: readonly number[],
  h = 1e-5,
): number[] {
  return x.map((_, i) => {
    const ahead = f(moved(x, i, h));
    const behind = f(moved(x, i, -h));
    return (ahead - behind) / (2 * h);
  });
}

/** A copy of x, moved along one axis. */
function moved(x: readonly number[], i: number, by: number): number[] {
  return x.map((entry, j) => (j === i ? entry + by : entry));
}

/** The check calls this: your function on a formula, with the number of calls of f. */
export function tryNumGrad(
  x: readonly number[],
  a: readonly number[],
  b: number,
  c: number,
): { gradient: number[]; calls: number } {
  let calls = 0;
  const f = (at: readonly number[]) => {
    calls += 1;
    const terms = at.map(
      (xi, i) => (a[i] ?? 0) * xi ** 2 + b * xi * (at[i + 1] ?? 0) + c * Math.exp(Math.sin(xi)),
    );
    return terms.reduce((sum, term) => sum + term, 0);
  };
  const gradient = numGrad(f, x);
  return { gradient, calls };
}
