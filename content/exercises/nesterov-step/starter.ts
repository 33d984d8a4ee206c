export function nesterovStep(
  theta: readonly number[],
  v: readonly number[],
  grad: (at: readonly number[]) => number[],
  lr: number,
  beta: number,
): { theta: number[]; v: number[] } {
  // The step of the heavy ball.
  // Let it look ahead.
  const g = grad(theta);
  const next = v.map((velocity, i) => beta * velocity + (g[i] ?? 0));
  return {
    theta: theta.map((position, i) => position - lr * (next[i] ?? 0)),
    v: next,
  };
}
