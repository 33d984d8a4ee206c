import { type Method, run, type Vec } from "@downhill/optim";
import { bowl } from "@downhill/optim/problems";
import { expect } from "vitest";

/** The points of a run, by default 60 steps on bowl(1, 50) from (−4, 1). */
export const path = (
  method: Method,
  problem = bowl([1, 50]),
  steps = 60,
  start: readonly number[] = [-4, 1],
) => run(method, problem, start, { steps }).frames.map(({ x }) => x);

/** Equal up to rounding: the conventions do the same sums in another order. */
export function expectSamePath(ours: readonly Vec[], theirs: readonly Vec[]): void {
  ours.forEach((x, k) => {
    x.forEach((xi, i) => {
      expect(Math.abs(xi - theirs[k]![i]!)).toBeLessThan(1e-12);
    });
  });
}
