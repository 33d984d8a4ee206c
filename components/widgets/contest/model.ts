import {
  backtracking,
  bfgs,
  type Calls,
  descend,
  type Frame,
  gradientDescent,
  lbfgs,
  type Method,
  newton,
  noisy,
  nonlinearCg,
  rosenbrock,
  run,
  steepestDescent,
  trustRegion,
} from "@downhill/optim";
import type { Point } from "#src/plotting/scale.ts";
import type { ContestState } from "./state.ts";

export type Runner =
  | "fixed rate"
  | "backtracking"
  | "conjugate gradients"
  | "L-BFGS"
  | "BFGS"
  | "Newton"
  | "trust region";

export interface ContestRun {
  readonly name: Runner;
  readonly steps: number;
  readonly calls: Calls;
  readonly converged: boolean;
  /** Evaluations so far against f, thinned out for a logarithmic axis. */
  readonly curve: readonly Point[];
  /** f at the end; with noise its median over the second half of the steps. */
  readonly settled: number;
}

export const TOLERANCE = 1e-6;
/** A run ends when it has cost so much. */
export const LIMIT = 40_000;
/** With noise the fixed rate has come to its floor after so much … */
export const SLOW_LIMIT = 20_000;
/** … and the others, which are followed no longer, long before or not at all. */
export const FLOOR_LIMIT = 6000;
const SEED = 1;

/** A value and a gradient cost one each, a Hessian of two variables two. */
export function cost({ f, g, h }: Calls): number {
  return f + g + 2 * h;
}

/** The methods of the contest. */
export function methodOf(name: Runner, { eta, m }: Pick<ContestState, "eta" | "m">): Method {
  switch (name) {
    case "fixed rate":
      return gradientDescent({ learningRate: eta });
    case "backtracking":
      return descend(steepestDescent, backtracking());
    case "conjugate gradients":
      return nonlinearCg({ formula: "polak-ribiere+", c2: 0.1, restart: false });
    case "L-BFGS":
      return lbfgs({ memory: m });
    case "BFGS":
      return bfgs();
    case "Newton":
      return newton({ variant: "modified" });
    case "trust region":
      return trustRegion({ subproblem: "dogleg" });
  }
}

export const RUNNERS: readonly Runner[] = [
  "fixed rate",
  "backtracking",
  "conjugate gradients",
  "L-BFGS",
  "BFGS",
  "Newton",
  "trust region",
];

/** All methods on Rosenbrock's valley, each step with a noise of its own. */
export function contest(state: ContestState): readonly ContestRun[] {
  return RUNNERS.map((name) => contestRun(name, state));
}

/** One method; with noise it runs until its limit, since no small gradient tells of the end. */
export function contestRun(name: Runner, state: ContestState): ContestRun {
  const { sigma } = state;
  const noisyLimit = name === "fixed rate" ? SLOW_LIMIT : FLOOR_LIMIT;
  const limit = sigma === 0 ? LIMIT : noisyLimit;
  const objective = sigma === 0 ? rosenbrock : noisy(rosenbrock, { sigma, seed: SEED });
  const { frames, outcome } = run(methodOf(name, state), objective, rosenbrock.start, {
    steps: LIMIT,
    gradientTolerance: sigma === 0 ? TOLERANCE : 0,
    until: ({ calls }) => cost(calls) >= limit,
  });
  const last = frames.at(-1) as Frame;
  return {
    name,
    steps: last.k,
    calls: last.calls,
    converged: outcome.kind === "converged" && outcome.by === "gradientTolerance",
    curve: thin(frames),
    settled:
      sigma === 0 ? last.f : median(frames.slice(-Math.ceil(frames.length / 2)).map(({ f }) => f)),
  };
}

/** How far apart two points of a curve are at least, as a share of the cost. */
const APART = 1.05;

function thin(frames: readonly Frame[]): readonly Point[] {
  const points: Point[] = [];
  for (const { calls, f } of frames) {
    const x = Math.max(1, cost(calls));
    const before = points.at(-1);
    if (before === undefined || x >= APART * before.x || calls === frames.at(-1)?.calls)
      points.push({ x, y: f });
  }
  return points;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}
