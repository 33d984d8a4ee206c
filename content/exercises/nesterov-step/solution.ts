export function nesterovStep(
  theta: readonly number[],
  v: readonly number[],
  grad: (at: readonly number[]) => number[],
  lr: number,
  beta: number,
): { theta: number[]; v: number[] } {
  const look = theta.map((position, i) => position - lr * beta * (v[i] ?? 0));
  const g = grad(look);
  const next = v.map((velocity, i) => beta * velocity + (g[i] ?? 0));
  return {
    theta: theta.map((position, i) => position - lr * (next[i] ?? 0)),
    v: next,
  };
}
