interface Averages {
  readonly m: readonly number[];
  readonly s: readonly number[];
}
interface Options {
  readonly lr: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/** Update number t of Adam, counted from 1. */
export function adamStep(
  theta: readonly number[],
  state: Averages,
  g: readonly number[],
  t: number,
  { lr, beta1, beta2, epsilon }: Options,
): { theta: number[]; state: { m: number[]; s: number[] } } {
  const m = state.m.map((average, i) => beta1 * average + (1 - beta1) * (g[i] ?? 0));
  const s = state.s.map((average, i) => beta2 * average + (1 - beta2) * (g[i] ?? 0) ** 2);
  const next = theta.map((position, i) => {
    const mHat = (m[i] ?? 0) / (1 - beta1 ** t);
    const sHat = (s[i] ?? 0) / (1 - beta2 ** t);
    return position - (lr * mHat) / (Math.sqrt(sHat) + epsilon);
  });
  return { theta: next, state: { m, s } };
}
