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
