import { type CriticalPoint, gradientDescent, run } from "@downhill/optim";
import { type Curve, curveOf, LONGEST, type OneVariableState } from "./state.ts";

/** One point of a run. */
export interface Step {
  readonly x: number;
  readonly f: number;
  readonly slope: number;
}

/** A run of gradient descent in one variable. */
export interface Walk {
  readonly curve: Curve;
  readonly steps: readonly Step[];
  /** Where it came to rest, if it did: a critical point of the function. */
  readonly rest?: CriticalPoint;
  /** The step with which it left the picture for good. */
  readonly diverged?: number;
}

/** A run has settled where the slope is this small. */
export const FLAT = 1e-4;
/** So many widths of the picture from its middle, a run is lost. */
const LOST = 50;

/** Gradient descent on the chosen function, from the package. */
export function walk(state: Pick<OneVariableState, "curve" | "eta" | "x">): Walk {
  const curve = curveOf(state);
  const { problem, window } = curve;
  const [left, right] = window.x;
  const lost = LOST * (right - left);
  const trace = run(gradientDescent({ learningRate: state.eta }), problem, [state.x], {
    steps: LONGEST,
    gradientTolerance: FLAT,
    until: ({ x }) => Math.abs(x[0] as number) > lost,
  });
  const steps = trace.frames.map(({ x, f }) => ({
    x: x[0] as number,
    f,
    slope: problem.gradient(x)[0] as number,
  }));
  const { outcome } = trace;
  if (outcome.kind === "converged" && outcome.by === "gradientTolerance")
    return { curve, steps, rest: nearest(curve, (steps.at(-1) as Step).x) };
  // A run that grew so large at once that it is no number any more has left with its last point.
  if (outcome.kind === "diverged" || outcome.kind === "converged")
    return { curve, steps, diverged: leaves(steps, window.x) };
  return { curve, steps };
}

function nearest({ problem }: Curve, at: number): CriticalPoint {
  const distance = ({ x }: CriticalPoint) => Math.abs((x[0] as number) - at);
  return problem.criticalPoints.reduce((best, one) =>
    distance(one) < distance(best) ? one : best,
  );
}

/** The first step from which the run is never again between the ends; the last where that is none. */
function leaves(steps: readonly Step[], [left, right]: readonly [number, number]): number {
  const last = steps.findLastIndex(({ x }) => x >= left && x <= right);
  return Math.min(last + 1, steps.length - 1);
}

/** The lowest value of the function. */
export function lowest({ problem }: Curve): number {
  return Math.min(...problem.criticalPoints.map(({ f }) => f));
}

/** How often a run changes its direction: 0 when it comes down on one side. */
export function turns({ steps }: Walk): number {
  const moves = steps.slice(1).map(({ x }, i) => Math.sign(x - (steps[i] as Step).x));
  return moves.filter((move, i) => i > 0 && move !== moves[i - 1]).length;
}
