export function momentumStep(
  theta: readonly number[],
  v: readonly number[],
  g: readonly number[],
  lr: number,
  beta: number,
): { theta: number[]; v: number[] } {
  const next = v.map((velocity, i) => beta * velocity + (g[i] ?? 0));
  return {
    theta: theta.map((position, i) => position - lr * (next[i] ?? 0)),
    v: next,
  };
}
