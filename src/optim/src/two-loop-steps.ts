import type { CurvaturePair } from "./curvature-pair.ts";
import type { Vec } from "./types.ts";
import { axpy, dot } from "./vec.ts";

/** One line of the two loops of L-BFGS, and the vector d after it. */
export interface TwoLoopStep {
  /** "start" is d = −g; then the loop from the newest pair back, the scaling, and the loop forth. */
  readonly part: "start" | "back" | "scale" | "forth";
  /** Which pair, counted from the oldest, which is 0; none at the start and the scaling. */
  readonly pair?: number;
  /** What the line multiplies by: aᵢ on the way back, γ, and aᵢ − b on the way forth. */
  readonly factor?: number;
  /** d after this line. */
  readonly d: Vec;
}

/**
 * The two loops of L-BFGS line by line, for study: what `twoLoopKernel` does on one vector in place.
 *
 *     d = −g
 *     newest to oldest:  aᵢ = ϱᵢ δᵢᵀ d,    d = d − aᵢ yᵢ
 *     d = γ d
 *     oldest to newest:  b = ϱᵢ yᵢᵀ d,     d = d + (aᵢ − b) δᵢ
 *
 * @param g the gradient, n numbers.
 * @param pairs oldest first. @param gamma γ.
 * @returns 2 + 2 · (number of pairs) lines; the last d is the direction.
 * Source: Nocedal 1980.
 */
export function twoLoopSteps(
  g: Vec,
  pairs: readonly CurvaturePair[],
  gamma: number,
): readonly TwoLoopStep[] {
  let d: Vec = g.map((entry) => -entry);
  const lines: TwoLoopStep[] = [{ part: "start", d }];
  const a = new Float64Array(pairs.length);
  for (let pair = pairs.length - 1; pair >= 0; pair--) {
    const { delta, y, rho } = pairs[pair]!;
    const factor = rho * dot(delta, d);
    a[pair] = factor;
    d = axpy(-factor, y, d);
    lines.push({ part: "back", pair, factor, d });
  }
  d = d.map((entry) => gamma * entry);
  lines.push({ part: "scale", factor: gamma, d });
  for (let pair = 0; pair < pairs.length; pair++) {
    const { delta, y, rho } = pairs[pair]!;
    const factor = a[pair]! - rho * dot(y, d);
    d = axpy(factor, delta, d);
    lines.push({ part: "forth", pair, factor, d });
  }
  return lines;
}
