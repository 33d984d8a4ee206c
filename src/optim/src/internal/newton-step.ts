import { solveLinear } from "../lu.ts";
import type { Matrix, Vec } from "../types.ts";

/** Newton's step: d with H d = −g, or in words why there is none. */
export function newtonStep(H: Matrix, g: Vec): Vec | string {
  const d = solveLinear(
    H,
    g.map((entry) => -entry),
  );
  if (d instanceof Float64Array) return d;
  return `the Hessian must not be singular, got the pivot ${d.pivot.toPrecision(2)} in its elimination. Use variant "modified", trustRegion(), or another start`;
}
