import { bfgs, bowl, type Matrix, rosenbrock, run } from "@downhill/optim";
import type { Curvatures } from "#src/plotting/plane.ts";
import type { Point } from "#src/plotting/scale.ts";
import { tracePoints } from "#src/plotting/trace-points.ts";
import { MOST_STEPS, type SecantState, type SurfaceName } from "./state.ts";

/** What BFGS knows after a number of steps. */
export interface Learned {
  readonly at: Point;
  readonly f: number;
  /** The approximate inverse Hessian, from the pairs of all steps so far. */
  readonly B: Curvatures;
  /** B⁻¹, what it takes for the Hessian, and the Hessian at this point. */
  readonly learned: Curvatures;
  readonly truth: Curvatures;
  /** The last step, scaled to δᵀy = 1: there the learned ellipse has a point. None at the start. */
  readonly seen?: Point;
  readonly stepLength?: number;
}

export const surfaces = { bowl: bowl([1, 10], Math.PI / 6), valley: rosenbrock } as const;

type Setting = Omit<SecantState, "t">;

/** BFGS on a function of two variables, with its matrix after every step. */
export function secantRun({ surface, x, y }: Setting): readonly Learned[] {
  const problem = surfaces[surface];
  const { frames } = run(bfgs(), problem, [x, y], { steps: MOST_STEPS + 1, until: arrived });
  const points = tracePoints({ method: "bfgs", frames, outcome: { kind: "budget", by: "steps" } });
  // The matrix with which step k + 1 was chosen has learned from the pairs of steps 1 to k, so the
  // last frame has none yet; a start at the minimum makes no step, and keeps the first matrix.
  const shown = frames.length > 1 ? frames.slice(0, -1) : frames;
  return shown.map((frame, k) => {
    const next = frames[k + 1] ?? frame;
    const B = curvaturesOf(next.state.memory.B);
    const before = frames[k - 1];
    return {
      at: points[k] as Point,
      f: frame.f,
      B,
      learned: inverseOf(B),
      truth: curvaturesOf(problem.hessian(frame.x)),
      ...(before !== undefined && seenAlong(problem, before.x, frame.x)),
      ...(frame.stepLength !== undefined && { stepLength: frame.stepLength }),
    };
  });
}

/** One step beyond where nothing is to be seen any more. */
const arrived = ({ gradientNorm }: { readonly gradientNorm: number }) => gradientNorm < 1e-7;

function seenAlong(
  problem: (typeof surfaces)[SurfaceName],
  from: Float64Array,
  to: Float64Array,
): { readonly seen?: Point } {
  const delta = to.map((entry, i) => entry - (from[i] as number));
  const [g, gBefore] = [problem.gradient(to), problem.gradient(from)];
  const bend = delta.reduce(
    (sum, entry, i) => sum + entry * ((g[i] as number) - (gBefore[i] as number)),
    0,
  );
  if (!(bend > 0)) return {};
  const scale = 1 / Math.sqrt(bend);
  return { seen: { x: scale * (delta[0] as number), y: scale * (delta[1] as number) } };
}

function curvaturesOf(M: Matrix): Curvatures {
  return { xx: M[0]?.[0] as number, xy: M[0]?.[1] as number, yy: M[1]?.[1] as number };
}

/** The inverse of a symmetric matrix of two rows. */
export function inverseOf({ xx, xy, yy }: Curvatures): Curvatures {
  const det = xx * yy - xy * xy;
  return { xx: yy / det, xy: -xy / det, yy: xx / det };
}

/** Whether the Hessian is positive definite, so that it makes an ellipse. */
export function bendsUp({ xx, xy, yy }: Curvatures): boolean {
  return xx > 0 && xx * yy - xy * xy > 0;
}
