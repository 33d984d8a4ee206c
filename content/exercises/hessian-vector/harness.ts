import { hvp } from "./solution.ts";

/** Your function on a formula, and how often it calls the gradient. */
export function tryHvp(
  x: readonly number[],
  v: readonly number[],
  a: readonly number[],
  b: number,
  c: number,
): { product: number[]; calls: number } {
  let calls = 0;
  const grad = (at: readonly number[]) => {
    calls += 1;
    return at.map((xi, i) => {
      const beside = (at[i - 1] ?? 0) + (at[i + 1] ?? 0);
      const bend = c * Math.cos(xi) * Math.exp(Math.sin(xi));
      return 2 * (a[i] ?? 0) * xi + b * beside + bend;
    });
  };
  const product = hvp(grad, x, v);
  return { product, calls };
}
