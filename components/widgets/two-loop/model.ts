import {
  bfgsKernel,
  type CurvaturePair,
  dot,
  type TwoLoopStep,
  twoLoopSteps,
  type Vec,
} from "@downhill/optim";
import type { Point } from "#src/plotting/scale.ts";
import { pairs, surface } from "./pairs.ts";
import type { TwoLoopState } from "./state.ts";

/** One line of the two loops with the vector before and after it. */
export interface LoopLine {
  readonly part: TwoLoopStep["part"];
  /** The number of the pair in the figure, 1 for the oldest. */
  readonly pair?: number;
  readonly factor?: number;
  readonly before?: Point;
  readonly after: Point;
}

export interface TwoLoopPicture {
  readonly gamma: number;
  readonly lines: readonly LoopLine[];
  /** What the matrix of BFGS makes of −g, begun with γ I and given the same pairs. */
  readonly byMatrix: Point;
  /** Newton's step for the same gradient. */
  readonly newton: Point;
}

type Setting = Omit<TwoLoopState, "t">;

/** The two loops on a vector −g, with the newest m of the pairs. */
export function twoLoopPicture({ x, y, m }: Setting): TwoLoopPicture {
  const kept = pairs.slice(-m);
  const first = pairs.length - kept.length;
  const g = Float64Array.of(-x, -y);
  const gamma = gammaOf(kept);
  const steps = twoLoopSteps(g, kept, gamma);
  return {
    gamma,
    lines: steps.map(({ part, pair, factor, d }, i) => ({
      part,
      ...(pair !== undefined && { pair: first + pair + 1 }),
      ...(factor !== undefined && { factor }),
      ...(i > 0 && { before: point((steps[i - 1] as TwoLoopStep).d) }),
      after: point(d),
    })),
    byMatrix: point(matrixDirection(g, kept, gamma)),
    newton: newtonStep(g),
  };
}

const point = (v: Vec): Point => ({ x: v[0] as number, y: v[1] as number });

function gammaOf(kept: readonly CurvaturePair[]): number {
  const newest = kept.at(-1);
  return newest === undefined ? 1 : 1 / (newest.rho * dot(newest.y, newest.y));
}

function matrixDirection(g: Vec, kept: readonly CurvaturePair[], gamma: number): Vec {
  const B = [Float64Array.of(gamma, 0), Float64Array.of(0, gamma)];
  for (const { delta, y, rho } of kept) bfgsKernel(B, delta, y, rho, new Float64Array(2));
  return Float64Array.from(B, (row) => -dot(row, g));
}

function newtonStep(g: Vec): Point {
  const [[a, b], [, c]] = surface.hessian(g).map((row) => [...row]) as [
    [number, number],
    [number, number],
  ];
  const det = a * c - b * b;
  const [u, v] = [g[0] as number, g[1] as number];
  return { x: -(c * u - b * v) / det, y: -(a * v - b * u) / det };
}
