import {
  adam,
  adamKernel,
  bowl,
  type Method,
  type NadamForm,
  nadam,
  run,
  type State,
  type StochasticObjective,
} from "@downhill/optim";
import { streamObjective } from "#components/widgets/step-lengths/streams.ts";

export const ravine = bowl([1, 25]);

/** Frames in the ravine from (−4, 1), not stopped early. */
export const inRavine = <S extends State>(method: Method<S>, steps: number) =>
  run(method, ravine, [-4, 1], { steps, gradientTolerance: 0 }).frames;

/** The step over η, with the sign of −g, for a stream of gradients in one coordinate: index t. */
export function stepsFor(
  g: (t: number) => number,
  count: number,
  options: { beta1?: number; beta2?: number; corrected?: boolean } = {},
): readonly number[] {
  const { beta1 = 0.9, beta2 = 0.999, corrected = true } = options;
  const [m, s] = [new Float64Array(1), new Float64Array(1)];
  return [
    0,
    ...Array.from({ length: count }, (_, i) => {
      const x = new Float64Array(1);
      const t = corrected ? i + 1 : Number.POSITIVE_INFINITY;
      adamKernel(x, Float64Array.of(g(i + 1)), m, s, 1, beta1, beta2, 1e-30, t);
      return -x[0]!;
    }),
  ];
}

/** The step over η of an Adam whose averages are new at step t. */
export function forgetful(t: number): number {
  const x = new Float64Array(1);
  const [m, s] = [new Float64Array(1), new Float64Array(1)];
  adamKernel(x, Float64Array.of(0.3), m, s, 1, 0.9, 0.999, 0, t);
  return -x[0]!;
}

/** Steps over η of one form of Nadam for gradients of 2: index t. */
export function nadamSteps(form: NadamForm, count: number): readonly number[] {
  const stream: StochasticObjective = streamObjective(1, () => [2]);
  const { frames } = run(nadam({ learningRate: 1, form }), stream, [0], { steps: count });
  return frames.map(({ x }, t) => (t === 0 ? 0 : frames[t - 1]!.x[0]! - x[0]!));
}

/** The first step from which the loss stays below a thousandth, with the axes turned by degrees. */
export function staysLow(degrees: number, learningRate = 0.1, steep = 25): number {
  const phi = (-degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const turned = bowl([1, steep], phi);
  const start = [-4 * cos - sin, -4 * sin + cos];
  const { frames } = run(adam({ learningRate }), turned, start, {
    steps: 1500,
    gradientTolerance: 0,
  });
  return frames.findLastIndex(({ f }) => f > 1e-3) + 1;
}
