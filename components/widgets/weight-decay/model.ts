import { adamwKernel, gauss, mulberry32 } from "@downhill/optim";
import { ETA, RUNS, STEPS } from "./state.ts";

export type Kind = "no decay" | "penalty" | "AdamW";

/** The mean weight after 0, 1, … steps, for each way to decay. */
export type Fading = Readonly<Record<Kind, readonly number[]>>;

/** Three treatments of a weight that starts at 1 and whose gradients are noise of mean 0. */
export function fading(deviation: number, omega: number): Fading {
  return {
    "no decay": meanWeights(deviation, "no decay", 0),
    penalty: meanWeights(deviation, "penalty", omega),
    AdamW: meanWeights(deviation, "AdamW", omega),
  };
}

/** What AdamW should leave after t steps: (1 − ηω)ᵗ. */
export function expected(omega: number, t: number): number {
  return (1 - ETA * omega) ** t;
}

let standardNoise: Float64Array | undefined;

/** Normal numbers, a row of one for each run at every step; run i has the seed i + 1. */
function noiseRows(): Float64Array {
  if (standardNoise !== undefined) return standardNoise;
  const rows = new Float64Array(RUNS * STEPS);
  for (let run = 0; run < RUNS; run++) {
    const normal = gauss(mulberry32(run + 1));
    for (let t = 0; t < STEPS; t++) rows[t * RUNS + run] = normal();
  }
  standardNoise = rows;
  return rows;
}

/** All runs at once: to Adam they are coordinates, which do not see each other. */
function meanWeights(deviation: number, kind: Kind, omega: number): readonly number[] {
  const noise = noiseRows();
  const weights = new Float64Array(RUNS).fill(1);
  const [g, m, s] = [0, 1, 2].map(() => new Float64Array(RUNS)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const keep = kind === "AdamW" ? 1 - ETA * omega : 1;
  const penalty = kind === "penalty" ? omega : 0;
  const means = [1];
  for (let t = 1; t <= STEPS; t++) {
    const row = (t - 1) * RUNS;
    for (let run = 0; run < RUNS; run++)
      g[run] = deviation * (noise[row + run] as number) + penalty * (weights[run] as number);
    adamwKernel(weights, g, m, s, keep, ETA, 0.9, 0.999, 1e-8, t);
    means.push(weights.reduce((sum, weight) => sum + weight, 0) / RUNS);
  }
  return means;
}
