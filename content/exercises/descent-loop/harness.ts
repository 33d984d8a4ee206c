import { gradientDescent } from "./solution.ts";

/** Your function on a bowl with given curvatures. */
export function tryDescent(
  lambdas: readonly number[],
  x0: readonly number[],
  lr: number,
  steps: number,
): { path: number[][]; startIsCopy: boolean } {
  const grad = (x: readonly number[]) => x.map((entry, i) => (lambdas[i] ?? 0) * entry);
  const path = gradientDescent(grad, x0, lr, steps);
  return { path, startIsCopy: path?.[0] !== x0 };
}
