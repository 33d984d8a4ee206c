export function adadeltaStep(
  theta: readonly number[],
  s: readonly number[],
  q: readonly number[],
  g: readonly number[],
  rho: number,
  epsilon: number,
): { theta: number[]; s: number[]; q: number[] } {
  const next = s.map((average, i) => rho * average + (1 - rho) * (g[i] ?? 0) ** 2);
  const u = g.map((gradient, i) => {
    return (Math.sqrt((q[i] ?? 0) + epsilon) / Math.sqrt((next[i] ?? 0) + epsilon)) * gradient;
  });
  const steps = q.map((average, i) => rho * average + (1 - rho) * (u[i] ?? 0) ** 2);
  return { theta: theta.map((position, i) => position - (u[i] ?? 0)), s: next, q: steps };
}
