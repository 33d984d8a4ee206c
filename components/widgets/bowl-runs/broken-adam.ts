import { adamKernel, firstOrder, type Method } from "@downhill/optim";

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;
/** A corrected average divides by 1 − βᵗ; at t = ∞ that is 1. */
const NO_CORRECTION = Number.POSITIVE_INFINITY;

export interface UncorrectedOptions {
  readonly learningRate: number;
  /** Default 0.9. */
  readonly beta1?: number;
  /** Default 0.999. */
  readonly beta2?: number;
}

/** Adam's kernel, told at every step that the start is infinitely long ago. */
export function uncorrectedAdam(options: UncorrectedOptions): Method {
  const { learningRate, beta1 = BETA1, beta2 = BETA2 } = options;
  return firstOrder(
    {
      name: "adam",
      memory: (x0) => ({ m: new Float64Array(x0.length), s: new Float64Array(x0.length) }),
      update: (x, g, { m, s }, alpha) =>
        adamKernel(x, g, m, s, alpha, beta1, beta2, EPSILON, NO_CORRECTION),
    },
    { learningRate },
  );
}

/** Adam's kernel with new averages at every step: nothing is kept. */
export function forgetfulAdam(learningRate: number): Method {
  return firstOrder(
    {
      name: "adam",
      memory: () => ({}),
      update(x, g, _, alpha, k) {
        const [m, s] = [new Float64Array(x.length), new Float64Array(x.length)];
        adamKernel(x, g, m, s, alpha, BETA1, BETA2, EPSILON, k);
      },
    },
    { learningRate },
  );
}
