/** Runs on the bowl whose curvature along axis i is curvatures[i], and returns where it ends. */
export function descend(
  curvatures: readonly number[],
  start: readonly number[],
  lr: number,
  beta: number,
  steps: number,
): number[] {
  const x = [...start];
  const v = x.map(() => 0);
  for (let t = 0; t < steps; t++) {
    for (let i = 0; i < x.length; i++) {
      const slope = (curvatures[i] ?? 0) * (x[i] ?? 0);
      v[i] = beta * (v[i] ?? 0) + slope;
      x[i] = (x[i] ?? 0) - lr * (v[i] ?? 0);
    }
  }
  return x;
}
