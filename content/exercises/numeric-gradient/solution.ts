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
