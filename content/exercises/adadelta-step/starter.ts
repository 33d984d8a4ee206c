export function adadeltaStep(
  theta: readonly number[],
  s: readonly number[],
  q: readonly number[],
  g: readonly number[],
  rho: number,
  epsilon: number,
): { theta: number[]; s: number[]; q: number[] } {
  // RMSprop, with the rate 1 and the guard inside the root.
  // Give it the length of its own steps.
  const next = s.map((average, i) => rho * average + (1 - rho) * (g[i] ?? 0) ** 2);
  const u = g.map((gradient, i) => gradient / Math.sqrt((next[i] ?? 0) + epsilon));
  return { theta: theta.map((position, i) => position - (u[i] ?? 0)), s: next, q: [...q] };
}
