import {
  gauss,
  gradientDescent,
  mulberry32,
  powerIteration,
  regressionNetwork,
  type Vec,
} from "@downhill/optim";
import { EVERY, STEPS } from "./state.ts";

/** Sharpness and loss of a run of training, every so many steps from 0. */
export interface SharpnessRun {
  readonly eta: number;
  readonly sharpness: readonly number[];
  readonly loss: readonly number[];
}

const EXAMPLES = 20;
const HIDDEN = 10;

/** One input, ten tanh units, one output: half the mean squared error on sin 4x. */
export const network = regressionNetwork(
  Array.from({ length: EXAMPLES }, (_, i) => [inputOf(i)]),
  Array.from({ length: EXAMPLES }, (_, i) => Math.sin(4 * inputOf(i))),
  { hidden: [HIDDEN] },
);

function inputOf(i: number): number {
  return -1 + (2 * i) / (EXAMPLES - 1);
}

/** The weights that training starts from: seeded normal numbers, biases half as large. */
export function startWeights(seed = 4): Vec {
  const normal = gauss(mulberry32(seed));
  const x = new Float64Array(network.dim);
  for (let i = 0; i < HIDDEN; i++) x[i] = normal();
  for (let i = 0; i < HIDDEN; i++) x[HIDDEN + i] = 0.5 * normal();
  for (let i = 0; i < HIDDEN; i++) x[2 * HIDDEN + i] = normal() / Math.sqrt(HIDDEN);
  return x;
}

/** How exactly the sharpness is measured. */
const MEASURE = { tolerance: 1e-5, products: 60 };

/**
 * Gradient descent with all examples, and the largest eigenvalue of the Hessian every so many
 * steps. Yields what there is at every measurement, so that a page can stay awake.
 */
export function* train(eta: number, steps = STEPS): Generator<SharpnessRun, SharpnessRun> {
  const worker = gradientDescent({ learningRate: eta }).inPlace?.(startWeights());
  if (worker === undefined) throw new Error("gradient descent runs in place");
  let direction: Vec = new Float64Array(network.dim).fill(1);
  const run = { eta, sharpness: [] as number[], loss: [] as number[] };
  for (let t = 0; ; t++) {
    if (t % EVERY === 0) {
      const { x } = worker;
      const found = powerIteration((v) => network.hessianVector?.(x, v) as Vec, direction, MEASURE);
      // The next measurement starts from where this one has ended: it has hardly turned.
      direction = found.vector;
      run.sharpness.push(found.value);
      run.loss.push(network.value(x));
      if (t === steps) return run;
      yield run;
    }
    const ending = worker.advance(network, t + 1);
    if (ending !== undefined) return run;
  }
}

/** A whole run at once, its numbers to five digits: what the page holds before it is touched. */
export function sharpnessRun(eta: number): SharpnessRun {
  const steps = train(eta);
  for (;;) {
    const { done, value } = steps.next();
    if (!done) continue;
    const short = (list: readonly number[]) => list.map((one) => Number(one.toPrecision(5)));
    return { eta, sharpness: short(value.sharpness), loss: short(value.loss) };
  }
}
