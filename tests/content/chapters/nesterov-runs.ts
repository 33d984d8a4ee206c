import {
  bowl,
  chain,
  gradientDescent,
  lookAheadKernel,
  type Method,
  momentum,
  momentumKernel,
  type NesterovForm,
  nesterov,
  run,
  type State,
  vec,
} from "@downhill/optim";
import { gap } from "#components/widgets/worst-case/model.ts";

/** Frames of a run that is not stopped early. */
export const frames = <S extends State>(
  method: Method<S>,
  on: Parameters<typeof run>[1],
  from: readonly number[],
  steps: number,
) => run(method, on, [...from], { steps, gradientTolerance: 0 }).frames;

/** A run of sixty steps on the bowl with curvatures 1 and 10, in one of the forms. */
export const inBowl = (form: NesterovForm) =>
  frames(nesterov({ learningRate: 0.05, beta: 0.9, form }), bowl([1, 10]), [-4, 1.5], 60);

/** |W| after every step of the wrong rule on a bowl of one curvature, from W = 1. */
export function backwards(lambda: number, alpha: number, steps: number): readonly number[] {
  const f = bowl([lambda]);
  const W = vec(1);
  const V = vec(0);
  const at = vec(0);
  return Array.from({ length: steps }, () => {
    lookAheadKernel(at, W, V, -1, 0.9);
    momentumKernel(W, f.gradient(at), V, alpha, 0.9);
    return Math.abs(W[0]!);
  });
}

/** The chain of the last chapter, and its steepest curvature. */
export const springs = chain(60);
export const L = springs.L!;
const gaps = (method: Method) =>
  frames(method, springs, new Array(60).fill(0), 2000).map(({ x }) => gap(x));
export const descentGaps = gaps(gradientDescent({ learningRate: 1 / L }));
export const nagGaps = gaps(nesterov({ learningRate: 1 / L, form: "two-sequence" }));
export const ballGaps = gaps(momentum({ learningRate: 1 / L, beta: 0.9 }));
/** No method comes below this after t steps on the chain. */
export const floor = (t: number) => (1 / (t + 1) - 1 / 61) / 2;

/** Variance of a hovering momentum with this retention; λ and the noise are 1. */
export const variance = (eta: number, beta: number) =>
  (eta * (1 + beta)) / ((1 - beta) * (2 * (1 + beta) - eta));
