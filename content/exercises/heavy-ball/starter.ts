export function momentumStep(
  theta: readonly number[],
  v: readonly number[],
  g: readonly number[],
  lr: number,
  beta: number,
): { theta: number[]; v: number[] } {
  // A gradient step, and a velocity that only fades.
  // Tie the two together.
  return {
    theta: theta.map((position, i) => position - lr * (g[i] ?? 0)),
    v: v.map((velocity) => beta * velocity),
  };
}
