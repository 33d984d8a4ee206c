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
  const m: number[] = [];
  const s: number[] = [];
  const sMax: number[] = [];
  const next = theta.map((old, i) => {
    const gi = g[i] ?? 0;
    const mi = beta1 * (memory.m[i] ?? 0) + (1 - beta1) * gi;
    const si = beta2 * (memory.s[i] ?? 0) + (1 - beta2) * gi ** 2;
    m.push(mi);
    s.push(si);
    // So far this is Adam without corrections.
    // Give it a record.
    sMax.push(memory.sMax[i] ?? 0);
    return old - (lr * mi) / (Math.sqrt(si) + eps);
  });
  return { theta: next, m, s, sMax };
}
