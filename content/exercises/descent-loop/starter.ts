export function gradientDescent(
  grad: (x: readonly number[]) => number[],
  x0: readonly number[],
  lr: number,
  steps: number,
): number[][] {
  // One step, and no start. Make it a path.
  const g = grad(x0);
  return [x0.map((entry, i) => entry - lr * (g[i] ?? 0))].slice(0, steps);
}

/** For the check: your function on a bowl with given curvatures. */
export function tryDescent(
  lambdas: readonly number[],
  x0: readonly number[],
  lr: number,
  steps: number,
): { path: number[][]; startIsCopy: boolean } {
  const grad = (x: readonly number[]) => x.map((entry, i) => (lambdas[i] ?? 0) * entry);
  const path = gradientDescent(grad, x0, lr, steps);
  return { path, startIsCopy: path[0] !== x0 };
}
