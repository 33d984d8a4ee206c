import {
  adadelta,
  bowl,
  gradientDescent,
  type Method,
  norm,
  rmsprop,
  rmspropKernel,
  rprop,
  run,
  type State,
  signSgd,
} from "@downhill/optim";
import {
  changingStream,
  cyclicStream,
  type Gradients,
  streamObjective,
} from "#components/widgets/step-lengths/streams.ts";

/** Positions of one weight, from 0, that is given a stream of gradients: entry t after step t. */
export function placesOn(method: Method, gradients: Gradients, steps: number): readonly number[] {
  const { frames } = run(method, streamObjective(1, gradients), [0], { steps });
  return frames.map(({ x }) => x[0]!);
}

/** Lengths of the steps on a stream: entry t is that of step t, and there is none at 0. */
export function lengthsOn(method: Method, gradients: Gradients, steps: number): readonly number[] {
  return placesOn(method, gradients, steps).map((x, t, all) => Math.abs(x - (all[t - 1] ?? x)));
}

/** Hinton's example: nine gradients +0.1 and one −0.9, over and over. */
export const round = cyclicStream([...new Array(9).fill(0.1), -0.9]);
/** Hinton's example, with a larger last gradient: the mean says up. */
export const upward = cyclicStream([...new Array(9).fill(0.1), -1]);
const RATE = 0.01;
export const onRounds = {
  descent: placesOn(gradientDescent({ learningRate: RATE }), round, 100),
  signs: placesOn(signSgd({ learningRate: RATE }), round, 100),
  rprop: placesOn(rprop({ learningRate: RATE }), round, 100),
  rpropMinus: placesOn(rprop({ learningRate: RATE, variant: "rprop-" }), round, 100),
  rms: (rho: number, initialAccumulator = 0) =>
    placesOn(rmsprop({ learningRate: RATE, rho, initialAccumulator }), round, 100),
};

/** Where the upward rounds take RMSprop in ten rounds from a full average. */
export const upwardRms = (rho: number): number =>
  placesOn(rmsprop({ learningRate: RATE, rho, initialAccumulator: 0.109 }), upward, 100)[100]!;

/**
 * Where ½x² ends whose slope has the rounds added, after 400,000 steps from 0 with the rate 0.1/√t:
 * under RMSprop, or under SGD if there is no ρ.
 */
export function withRounds(rho?: number): number {
  const [x, s, slope] = [new Float64Array(1), new Float64Array(1), new Float64Array(1)];
  for (let t = 1; t <= 400_000; t++) {
    const rate = 0.1 / Math.sqrt(t);
    slope[0] = x[0]! + (t % 10 === 0 ? -0.9 : 0.1);
    if (rho === undefined) x[0] = x[0]! - rate * slope[0];
    else rmspropKernel(x, slope, s, rate, rho, 1e-8);
  }
  return x[0]!;
}

/** 10 for 200 steps, then 0.1. */
export const fall = changingStream(10, 200, 0.1);

/** Frames on the bowl with curvatures 1 and 25 from (−4, 1), unless told otherwise. */
export const inBowl = <S extends State>(
  method: Method<S>,
  steps: number,
  lambdas = [1, 25],
  start = [-4, 1],
) => run(method, bowl(lambdas), start, { steps }).frames;

/** θ₁ after 50 steps when the weights are measured in other units, converted back. */
export const inUnits = (method: Method, unit: number): number =>
  inBowl(method, 50, [unit ** 2, 25 * unit ** 2], [-4 / unit, 1 / unit])[50]!.x[0]! * unit;

/** Steps of Rprop until the distance is a thousandth and stays below; −1 if not in 5000. */
export function stepsOfRprop(kappa: number, degrees: number): number {
  const turned = bowl([1, kappa], (degrees * Math.PI) / 180);
  const { frames } = run(rprop({ learningRate: 0.1 }), turned, [-4, 1], { steps: 5000 });
  const goal = norm(frames[0]!.x) / 1000;
  const steps = frames.findLastIndex(({ x }) => norm(x) > goal) + 1;
  return steps < frames.length ? steps : -1;
}

/** By how much f grows per step, on average over the second half of 20,000 steps of Adadelta. */
export function growth(lambda: number, rho: number, epsilon: number): number {
  const frames = inBowl(adadelta({ rho, epsilon }), 20_000, [lambda], [1]);
  return (frames[20_000]!.f - frames[10_000]!.f) / 10_000;
}
