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
