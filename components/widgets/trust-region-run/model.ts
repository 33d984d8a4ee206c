import {
  doglegStep,
  exactStep,
  norm,
  type QuadraticModel,
  rosenbrock,
  run,
  trustRegion,
  type Vec,
} from "@downhill/optim";
import type { Point } from "#src/plotting/scale.ts";
import { MOST_STEPS, type SolverName, type TrustRunState } from "./state.ts";

/** A step that was tried, and whether it was taken. */
export interface Try {
  readonly radius: number;
  readonly to: Point;
  readonly length: number;
  /** What f fell by, over what the model promised. */
  readonly ratio: number;
  readonly taken: boolean;
}

/** One step of the run with the tries that led to it. */
export interface TrustStep {
  readonly from: Point;
  readonly tries: readonly Try[];
}

export interface TrustRun {
  readonly points: readonly Point[];
  readonly values: readonly number[];
  /** The radius with which each step is begun; one more than there are steps. */
  readonly radii: readonly number[];
  readonly steps: readonly TrustStep[];
  /** Values of f, gradients, Hessians. */
  readonly calls: { readonly f: number; readonly g: number; readonly h: number };
  readonly converged: boolean;
}

type Setting = Omit<TrustRunState, "t">;

const TOLERANCE = 1e-6;
const solve = { dogleg: doglegStep, exact: exactStep };

/** The package's trust region on Rosenbrock's valley. */
export function trustRun({ x, y, radius, solver }: Setting): TrustRun {
  const method = trustRegion({ subproblem: solver, radius });
  const { frames, outcome } = run(method, rosenbrock, [x, y], {
    steps: MOST_STEPS,
    gradientTolerance: TOLERANCE,
  });
  const steps = frames.slice(1).map((frame, i) => {
    const before = frames[i] as (typeof frames)[number];
    // Every try costs one value of f; the first step pays for the one at the start as well.
    const count = frame.calls.f - before.calls.f - (i === 0 ? 1 : 0);
    return { from: point(before.x), tries: triesOf(before.x, before.state.radius, count, solver) };
  });
  return {
    points: frames.map((frame) => point(frame.x)),
    values: frames.map(({ f }) => f),
    radii: frames.map(({ state }) => state.radius),
    steps,
    calls: frames.at(-1)?.calls ?? { f: 0, g: 0, h: 0 },
    converged: outcome.kind === "converged",
  };
}

/** The tries from a point: each after the first with a quarter of the radius before. */
function triesOf(x: Vec, radius: number, count: number, solver: SolverName): readonly Try[] {
  const model = modelAt(x);
  const f = rosenbrock.value(x);
  return Array.from({ length: count }, (_, i) => {
    const shrunk = radius / 4 ** i;
    const { p, decrease } = solve[solver](model, shrunk);
    const to = x.map((entry, j) => entry + (p[j] as number));
    return {
      radius: shrunk,
      to: point(to),
      length: norm(p),
      ratio: (f - rosenbrock.value(to)) / decrease,
      taken: i === count - 1,
    };
  });
}

/** The quadratic that stands for f near a point. */
export function modelAt(x: Vec): QuadraticModel {
  const H = rosenbrock.hessian(x);
  return {
    g: rosenbrock.gradient(x),
    h: () => H,
    hv: (v) =>
      Float64Array.from(H, (row) => row.reduce((sum, a, j) => sum + a * (v[j] as number), 0)),
  };
}

const point = (x: Vec): Point => ({ x: x[0] as number, y: x[1] as number });
