import {
  adagradKernel,
  adamKernel,
  gauss,
  gradientDescentKernel,
  mulberry32,
  rmspropKernel,
} from "@downhill/optim";
import { EXAMPLES, FREQUENCY, RATES, type Runner, STREAMS, TRUE_WEIGHTS } from "./state.ts";

/** One example: two features and the answer. */
export interface Example {
  readonly x: readonly [frequent: number, rare: number];
  readonly y: number;
}

/** The two weights after 0, 1, … examples. */
export interface RareRun {
  readonly runner: Runner;
  readonly eta: number;
  readonly weights: readonly (readonly [number, number])[];
  /** The example after which a weight was out of all bounds. */
  readonly diverged?: number;
}

/** For one method: the median error of the rare weight for each rate, and the best of them. */
export interface Sweep {
  readonly runner: Runner;
  readonly errors: readonly { readonly eta: number; readonly error: number }[];
  readonly best: { readonly eta: number; readonly error: number };
}

/** A run that is out here is given up; at a rate just too large runs go far out and come back. */
const LOST = 1e100;

/** y = x₁ + 2x₂ + 0.1 noise, with x₁ normal and x₂ mostly 0, now and then 1. */
export function examplesOf(seed: number, deviation = 3): readonly Example[] {
  const uniform = mulberry32(seed);
  const normal = gauss(mulberry32(seed + 1000));
  return Array.from({ length: EXAMPLES }, () => {
    const rare = uniform() < FREQUENCY ? 1 : 0;
    const frequent = deviation * normal();
    const y = TRUE_WEIGHTS[0] * frequent + TRUE_WEIGHTS[1] * rare + 0.1 * normal();
    return { x: [frequent, rare], y };
  });
}

/** One pass over the examples, by the kernels of the package, from weights 0. */
export function rareRun(examples: readonly Example[], runner: Runner, eta: number): RareRun {
  const weights: (readonly [number, number])[] = [[0, 0]];
  const lost = walk(examples, runner, eta, (one, two) => weights.push([one, two]));
  return { runner, eta, weights, ...(lost === undefined ? {} : { diverged: lost }) };
}

/** Calls `visit` with the weights after every example; returns the example that lost them, if any. */
function walk(
  examples: readonly Example[],
  runner: Runner,
  eta: number,
  visit: (one: number, two: number) => void,
): number | undefined {
  const w = new Float64Array(2);
  const g = new Float64Array(2);
  const step = stepOf(runner, w, g, eta);
  for (let t = 1; t <= examples.length; t++) {
    const { x, y } = examples[t - 1] as Example;
    const residual = (w[0] as number) * x[0] + (w[1] as number) * x[1] - y;
    g[0] = residual * x[0];
    g[1] = residual * x[1];
    step(t);
    const [one, two] = [w[0] as number, w[1] as number];
    if (!(Math.abs(one) < LOST && Math.abs(two) < LOST)) return t;
    visit(one, two);
  }
  return undefined;
}

/** How far the two weights are from the true ones after t examples. */
export function errorsAt({ weights }: RareRun, t: number): readonly [number, number] | undefined {
  const w = weights[t];
  return w && [Math.abs(w[0] - TRUE_WEIGHTS[0]), Math.abs(w[1] - TRUE_WEIGHTS[1])];
}

/** After which examples the rare feature was there. */
export function rareExamples(examples: readonly Example[]): readonly number[] {
  return examples.flatMap(({ x }, i) => (x[1] === 1 ? [i + 1] : []));
}

let swept: readonly Sweep[] | undefined;

/** Every method at every rate of its list, over all streams; worked out once. */
export function sweeps(): readonly Sweep[] {
  swept ??= sweepAll();
  return swept;
}

function sweepAll(): readonly Sweep[] {
  const streams = Array.from({ length: STREAMS }, (_, i) => examplesOf(i + 1));
  return (Object.keys(RATES) as Runner[]).map((runner) => {
    const errors = RATES[runner].map((eta) => ({
      eta,
      error: median(
        streams.map((examples) => {
          let last = 0;
          const lost = walk(examples, runner, eta, (_, two) => {
            last = two;
          });
          return lost === undefined ? Math.abs(last - TRUE_WEIGHTS[1]) : Number.POSITIVE_INFINITY;
        }),
      ),
    }));
    return { runner, errors, best: errors.reduce((a, b) => (b.error < a.error ? b : a)) };
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[(values.length - 1) / 2] as number;
}

function stepOf(runner: Runner, w: Float64Array, g: Float64Array, eta: number) {
  const s = new Float64Array(2);
  const m = new Float64Array(2);
  return (t: number) => {
    if (runner === "SGD") gradientDescentKernel(w, g, eta);
    else if (runner === "AdaGrad") adagradKernel(w, g, s, eta, 1e-10);
    else if (runner === "RMSprop") rmspropKernel(w, g, s, eta, 0.9, 1e-8);
    else adamKernel(w, g, m, s, eta, 0.9, 0.999, 1e-8, t);
  };
}
