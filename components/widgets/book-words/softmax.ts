import type { Objective } from "@downhill/optim";
import type { Example } from "./data.ts";

/** Softmax regression on features that are 0 or 1: one weight for each feature and class. */
export interface WordModel {
  readonly classes: number;
  /** Weights in all: that of feature j for class c stands at j · classes + c. */
  readonly dim: number;
  /** The probability of each class. */
  probabilities(x: ArrayLike<number>, features: readonly number[]): Float64Array;
  /** −log of the probability of the right class. */
  loss(x: ArrayLike<number>, example: Example): number;
  /** The loss of one sentence as something to descend. */
  objective(example: Example): Objective;
}

/**
 * The sparse form of softmax regression, with the gradient
 *
 *     ∂ℓ/∂w_jc = p_c − [c = y]   where word j stands in the sentence, and 0 elsewhere.
 */
export function wordModel(features: number, classes: number): WordModel {
  const dim = features * classes;
  const probabilities = (x: ArrayLike<number>, on: readonly number[]) => {
    const p = new Float64Array(classes);
    for (const j of on) for (let c = 0; c < classes; c++) p[c] = p[c]! + x[j * classes + c]!;
    let largest = Number.NEGATIVE_INFINITY;
    for (const score of p) largest = Math.max(largest, score);
    let sum = 0;
    for (let c = 0; c < classes; c++) {
      p[c] = Math.exp(p[c]! - largest);
      sum += p[c]!;
    }
    for (let c = 0; c < classes; c++) p[c] = p[c]! / sum;
    return p;
  };
  const loss = (x: ArrayLike<number>, { features: on, y }: Example) =>
    -Math.log(Math.max(probabilities(x, on)[y]!, Number.MIN_VALUE));
  const gradientInto = (x: ArrayLike<number>, { features: on, y }: Example, g: Float64Array) => {
    const p = probabilities(x, on);
    p[y] = p[y]! - 1;
    g.fill(0);
    for (const j of on) g.set(p, j * classes);
  };
  return {
    classes,
    dim,
    probabilities,
    loss,
    objective: (example) => ({
      dim,
      value: (x) => loss(x, example),
      gradientInto: (x, g) => gradientInto(x, example, g),
      gradient: (x) => {
        const g = new Float64Array(dim);
        gradientInto(x, example, g);
        return g;
      },
    }),
  };
}
