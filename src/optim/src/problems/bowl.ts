import { show } from "../internal/guard.ts";
import { type CriticalPoint, defineProblem, type PlottableProblem } from "./problem.ts";

/**
 * A quadratic bowl with given curvatures: f(x) = ½ xᵀ R diag(λ) Rᵀ x.
 *
 * @param lambdas the curvatures λᵢ, one per variable, finite. All ≥ 0 make it convex; negative
 *   ones make a saddle or a dome.
 * @param angle R turns the first two axes by this many radians, anticlockwise. Default 0.
 * @throws RangeError for an empty list, a curvature or angle that is not finite, or an angle
 *   with fewer than two variables.
 */
export function bowl(lambdas: readonly number[], angle = 0): PlottableProblem {
  requireCurvatures(lambdas, angle);
  const n = lambdas.length;
  const a = firstBlock(lambdas, angle);
  const convex = lambdas.every((lambda) => lambda >= 0);
  const gradientInto: PlottableProblem["gradientInto"] = (x, out) => {
    out[0] = n > 1 ? a.xx * x[0]! + a.xy * x[1]! : a.xx * x[0]!;
    if (n > 1) out[1] = a.xy * x[0]! + a.yy * x[1]!;
    for (let i = 2; i < n; i++) out[i] = lambdas[i]! * x[i]!;
  };
  return defineProblem({
    id: "bowl",
    title: "Bowl",
    formula: "f(x)=\\tfrac12\\,x^\\top R\\,\\operatorname{diag}(\\lambda)\\,R^\\top x",
    dim: n,
    value(x) {
      let twice =
        n > 1
          ? a.xx * x[0]! ** 2 + 2 * a.xy * x[0]! * x[1]! + a.yy * x[1]! ** 2
          : a.xx * x[0]! ** 2;
      for (let i = 2; i < n; i++) twice += lambdas[i]! * x[i]! ** 2;
      return twice / 2;
    },
    gradientInto,
    hessian: () =>
      lambdas.map((lambda, i) => {
        const row = new Float64Array(n);
        row[i] = lambda;
        if (i === 0) row.set(n > 1 ? [a.xx, a.xy] : [a.xx]);
        if (i === 1) row.set([a.xy, a.yy]);
        return row;
      }),
    start: [-4, ...lambdas.slice(1).map(() => 1)],
    criticalPoints: [{ x: lambdas.map(() => 0), kind: kindOf(lambdas), f: 0 }],
    convex,
    ...(convex ? { mu: Math.min(...lambdas) } : {}),
    L: Math.max(...lambdas.map(Math.abs)),
    window: { x: [-5, 5], y: [-3, 3] },
  });
}

/** The upper left corner of A = R diag(λ) Rᵀ; beyond it A is diagonal. */
function firstBlock([first = 0, second = 0]: readonly number[], angle: number) {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  return {
    xx: c * c * first + s * s * second,
    xy: c * s * (first - second),
    yy: s * s * first + c * c * second,
  };
}

function kindOf(lambdas: readonly number[]): CriticalPoint["kind"] {
  if (lambdas.every((lambda) => lambda >= 0)) return "minimum";
  return lambdas.every((lambda) => lambda <= 0) ? "maximum" : "saddle";
}

function requireCurvatures(lambdas: readonly number[], angle: number): void {
  if (!Array.isArray(lambdas) || lambdas.length === 0)
    throw new RangeError(
      `bowl: lambdas must be a list of at least one curvature such as [1, 25], got ${show(lambdas)}`,
    );
  const bad = lambdas.find((lambda) => !Number.isFinite(lambda));
  if (bad !== undefined)
    throw new RangeError(`bowl: every lambda must be a finite number, got ${show(bad)}`);
  if (!Number.isFinite(angle))
    throw new RangeError(`bowl: angle must be a finite number of radians, got ${show(angle)}`);
  if (angle !== 0 && lambdas.length < 2)
    throw new RangeError(
      `bowl: an angle needs at least two curvatures, got ${lambdas.length}. Leave the angle out`,
    );
}
