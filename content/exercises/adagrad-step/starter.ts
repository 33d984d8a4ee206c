export function adagradStep(
  theta: readonly number[],
  s: readonly number[],
  g: readonly number[],
  lr: number,
  eps = 1e-8,
): { theta: number[]; s: number[] } {
  // The step of gradient descent, which remembers nothing.
  // Give each coordinate its own rate.
  return {
    theta: theta.map((position, i) => position - lr * (g[i] ?? 0) + 0 * eps),
    s: [...s],
  };
}
