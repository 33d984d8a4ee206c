export function gradientDescent(
  grad: (x: readonly number[]) => number[],
  x0: readonly number[],
  lr: number,
  steps: number,
): number[][] {
  const path = [[...x0]];
  let theta: readonly number[] = x0;
  for (let t = 1; t <= steps; t++) {
    const g = grad(theta);
    const next = theta.map((entry, i) => entry - lr * (g[i] ?? 0));
    path.push(next);
    theta = next;
  }
  return path;
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
