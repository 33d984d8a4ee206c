import { chain, gradientDescent, type Method, momentum, nesterov, run } from "@downhill/optim";
import type { MethodName } from "#src/plotting/method-looks.ts";
import { BETA, LINKS, STEPS } from "./state.ts";

/** One method's run along the chain. */
export interface ChainRun {
  readonly name: MethodName;
  /** f − f★ after every step. */
  readonly gaps: readonly number[];
  /** The coordinates after step t. */
  readonly at: (t: number) => Float64Array;
}

export const springs = chain(LINKS);
export const L = springs.L as number;
/** Where the coordinates are to go. */
export const target = Float64Array.from(springs.criticalPoints[0]?.x ?? []);
/** ‖x₀ − x★‖², from 0. */
export const SQUARED_DISTANCE = target.reduce((sum, goal) => sum + goal * goal, 0);

/**
 * f(x) − f★ = ½ (x − x★)ᵀA(x − x★), as a sum of squares: the difference of the two values would
 * lose its digits below 10⁻¹⁴.
 */
export function gap(x: Float64Array): number {
  let sum = 0;
  let before = 0;
  for (let i = 0; i <= x.length; i++) {
    const off = i < x.length ? (x[i] as number) - (target[i] as number) : 0;
    sum += (off - before) ** 2;
    before = off;
  }
  return sum / 2;
}

const methods: readonly (readonly [MethodName, Method])[] = [
  ["gradient descent", gradientDescent({ learningRate: 1 / L })],
  ["momentum", momentum({ learningRate: 1 / L, beta: BETA })],
  ["Nesterov", nesterov({ learningRate: 1 / L, form: "two-sequence" })],
];

/** The three runs from rest, all with η = 1/L. */
export function chainRuns(): readonly ChainRun[] {
  return methods.map(([name, method]) => {
    const { frames } = run(method, springs, new Float64Array(LINKS), {
      steps: STEPS,
      gradientTolerance: 0,
    });
    return {
      name,
      gaps: frames.map(({ x }) => gap(x)),
      at: (t) => frames[Math.min(t, frames.length - 1)]?.x ?? target,
    };
  });
}

/** What is proved of gradient descent with η = 1/L on every convex function that is L-smooth. */
export const descentBound = (t: number) => (L * SQUARED_DISTANCE) / (2 * t);

/** What is proved of Nesterov’s method. */
export const nesterovBound = (t: number) => (2 * L * SQUARED_DISTANCE) / (t + 1) ** 2;

/**
 * Below this no method comes whose steps are combinations of gradients: the lowest gap that the
 * first t coordinates alone can reach, ½(1/(t + 1) − 1/(n + 1)).
 */
export const floor = (t: number) => (1 / (t + 1) - 1 / (LINKS + 1)) / 2;
