export function numGrad(
  f: (x: readonly number[]) => number,
  x: readonly number[],
  h = 1e-5,
): number[] {
  // The rise of f when the whole point moves.
  // Which part of it is whose?
  const rise = f(x.map((entry) => entry + h)) - f(x);
  return x.map(() => rise);
}
