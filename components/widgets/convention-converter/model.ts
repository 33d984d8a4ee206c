import { bowl, type MomentumConvention, momentum, run } from "@downhill/optim";
import { type Convention, convertRates, type Rates } from "#src/plotting/conventions.ts";
import { leftForGood } from "#src/plotting/left-for-good.ts";
import type { Point } from "#src/plotting/scale.ts";
import { tracePoints } from "#src/plotting/trace-points.ts";
import {
  CONVENTIONS,
  type ConverterState,
  CURVATURES,
  CUT_AFTER,
  START,
  STEPS,
  WINDOW,
} from "./state.ts";

/** The run of one convention. */
export interface ConventionRun {
  readonly convention: Convention;
  readonly eta: number;
  readonly points: readonly Point[];
  /** Length of step t, for t = 1, 2, … at index t − 1. */
  readonly lengths: readonly number[];
  readonly diverged?: number;
}

const CUT_BY = 10;

/** The package's name of each convention. */
const spelling: Readonly<Record<Convention, MomentumConvention>> = {
  A: "classical",
  B: "pytorch",
  C: "ewa",
};

/** The rate that each convention is run with. */
export function ratesOf({ from, eta, beta, rates }: Omit<ConverterState, "t" | "cut">): Rates {
  return rates === "copied" ? { A: eta, B: eta, C: eta } : convertRates(from, eta, beta);
}

/** Three runs on bowl(1, 50) from (−4, 1), one for each convention. */
export function converterRuns(state: Omit<ConverterState, "t">): readonly ConventionRun[] {
  const rates = ratesOf(state);
  return CONVENTIONS.map((convention) => {
    const eta = rates[convention];
    const learningRate = state.cut ? (k: number) => (k > CUT_AFTER ? eta / CUT_BY : eta) : eta;
    const method = momentum({ learningRate, beta: state.beta, convention: spelling[convention] });
    const points = tracePoints(run(method, bowl(CURVATURES), START, { steps: STEPS }));
    const lengths = points.slice(1).map((point, i) => {
      const before = points[i] as Point;
      return Math.hypot(point.x - before.x, point.y - before.y);
    });
    const base = { convention, eta, points, lengths };
    const diverged = leftForGood(points, WINDOW);
    return diverged === undefined ? base : { ...base, diverged };
  });
}

/** Groups of conventions whose runs agree at step t: "ABC", or "A" and "BC". */
export function agreeing(
  runs: readonly ConventionRun[],
  t: number,
): readonly (readonly ConventionRun[])[] {
  const groups: ConventionRun[][] = [];
  for (const run of runs) {
    const home = groups.find(
      ([first]) => first !== undefined && close(first.points[t], run.points[t]),
    );
    if (home === undefined) groups.push([run]);
    else home.push(run);
  }
  return groups;
}

/** Equal up to rounding: the conventions multiply in a different order. */
function close(a: Point | undefined, b: Point | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const size = 1 + Math.abs(a.x) + Math.abs(a.y);
  return Math.hypot(a.x - b.x, a.y - b.y) <= 1e-9 * size;
}
