import {
  adam,
  adamKernel,
  type Floats,
  type Method,
  momentum,
  momentumKernel,
  rmsprop,
  rmspropKernel,
} from "#src/optim/src/index.ts";
import { tunedLoops } from "./tuned-loops.ts";
import type { Rule } from "./update-plan.ts";

/** A rule bound to its arrays: `step` is the update number k. */
export interface Update {
  step(k: number): void;
  read(): ArrayLike<number>;
  /** Whether the work may be put off until the point is read. */
  readonly lazy?: boolean;
}

/** Binds a rule to the point x and the gradient g, or says that it has no such rule. */
export type Implementation = (rule: Rule, x: Floats, g: Floats) => Update | undefined;

/** What one update of a rule does to the point and its two memories; some use only the first. */
type Step = (x: Floats, g: Floats, a: Floats, b: Floats, k: number) => void;

const kernels: Readonly<Record<Rule, Step>> = {
  momentum: (x, g, v) => momentumKernel(x, g, v, 1e-3, 0.9),
  rmsprop: (x, g, s) => rmspropKernel(x, g, s, 1e-3, 0.99, 1e-8),
  adam: (x, g, m, s, k) => adamKernel(x, g, m, s, 1e-3, 0.9, 0.999, 1e-8, k),
};

const loops: Readonly<Record<Rule, Step>> = {
  momentum: (x, g, v) => tunedLoops.momentum(x, g, v),
  rmsprop: (x, g, s) => tunedLoops.rmsprop(x, g, s),
  adam: (x, g, m, s, k) => tunedLoops.adam(x, g, m, s, k),
};

const methods: Readonly<Record<Rule, Method>> = {
  momentum: momentum({ learningRate: 1e-3 }),
  rmsprop: rmsprop({ learningRate: 1e-3 }),
  adam: adam({ learningRate: 1e-3 }),
};

/** Both kinds get the same arrays in the same order: where memory lies matters at large n. */
const bound =
  (steps: Readonly<Record<Rule, Step>>, copy: (numbers: Floats) => Floats): Implementation =>
  (rule, given, gradient) => {
    const [x, g, a, b] = [copy(given), copy(gradient), copy(given).fill(0), copy(given).fill(0)];
    const step = steps[rule];
    return { step: (k) => step(x, g, a, b, k), read: () => x };
  };

const double = (numbers: Floats) => Float64Array.from(numbers);
const single = (numbers: Floats) => Float32Array.from(numbers);

/** A step of `minimize`'s driver: it takes the gradient from an objective and checks that it is finite. */
const driver: Implementation = (rule, x, g) => {
  const objective = {
    dim: x.length,
    value: () => 0,
    gradient: () => double(g),
    gradientInto: (_x: Float64Array, out: Float64Array) => out.set(g),
  };
  const work = methods[rule].inPlace!(double(x));
  return { step: (k) => void work.advance(objective, k), read: () => work.x };
};

/** The package's own kernels in both precisions, its driver, and the loops they are held against. */
export const ownImplementations: Readonly<Record<string, Implementation>> = {
  "downhill f64": bound(kernels, double),
  "tuned loop f64": bound(loops, double),
  "downhill driver f64": driver,
  "downhill f32": bound(kernels, single),
  "tuned loop f32": bound(loops, single),
};
