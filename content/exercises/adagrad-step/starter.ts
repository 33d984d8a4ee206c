export function adagradStep(
  theta: readonly number[],
  s: readonly number[],
  g: readonly number[],
  lr: number,
  eps = 1e-8,
): { theta: number[]; s: number[] } {
  // Every coordinate is divided by the same number: gradient descent, which remembers nothing.
  // Give each a divisor of its own.
  return {
    theta: theta.map((position, i) => position - (lr * (g[i] ?? 0)) / (1 + eps)),
    s: [...s],
  };
}
