/** Runs Adam on a bowl with these curvatures along its axes: returns the end. */
export function descend(
  curvatures: readonly number[],
  start: readonly number[],
  lr: number,
  steps: number,
): number[] {
  const params = [...start];
  const ms = start.map(() => 0);
  const ss = start.map(() => 0);
  for (let t = 0; t < steps; t++) {
    params.forEach((p, i) => {
      const g = (curvatures[i] ?? 0) * p;
      let m = ms[i] ?? 0;
      let s = ss[i] ?? 0;
      m = 0.9 * m + 0.1 * g;
      s = 0.999 * s + 0.001 * g ** 2;
      const mHat = m / (1 - 0.999 ** t);
      const sHat = s / (1 - 0.999 ** t);
      params[i] = p - (lr * mHat) / (Math.sqrt(sHat) + 1e-8);
    });
  }
  return params;
}
