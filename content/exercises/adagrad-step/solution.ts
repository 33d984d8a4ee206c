export function adagradStep(
  theta: readonly number[],
  s: readonly number[],
  g: readonly number[],
  lr: number,
  eps = 1e-8,
): { theta: number[]; s: number[] } {
  const sums = s.map((sum, i) => sum + (g[i] ?? 0) ** 2);
  return {
    theta: theta.map(
      (position, i) => position - (lr * (g[i] ?? 0)) / (Math.sqrt(sums[i] ?? 0) + eps),
    ),
    s: sums,
  };
}
