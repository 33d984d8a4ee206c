interface Memory {
  readonly m: readonly number[];
  readonly s: readonly number[];
  readonly sMax: readonly number[];
}

interface Settings {
  readonly lr: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  /** The number of the step: 1 for the first. */
  readonly t: number;
}

export function amsgradStep(
  theta: readonly number[],
  g: readonly number[],
  memory: Memory,
  { lr, beta1, beta2, eps }: Settings,
): { theta: number[]; m: number[]; s: number[]; sMax: number[] } {
  // Adam without corrections.
  // Give it a record.
  const m = memory.m.map((old, i) => beta1 * old + (1 - beta1) * (g[i] ?? 0));
  const s = memory.s.map((old, i) => beta2 * old + (1 - beta2) * (g[i] ?? 0) ** 2);
  return {
    theta: theta.map((old, i) => old - (lr * (m[i] ?? 0)) / (Math.sqrt(s[i] ?? 0) + eps)),
    m,
    s,
    sMax: [...memory.sMax],
  };
}
