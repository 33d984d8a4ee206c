import { goldenSectionSteps } from "@downhill/optim";

/** Counts the reductions of the package, with the dip in an irrational place. */
export function answers(): readonly number[] {
  const steps = goldenSectionSteps((x) => (x - Math.SQRT1_2) ** 2, -2, 2, { tolerance: 0 });
  for (const { k, a, b } of steps) if (b - a < 0.001) return [k];
  return [];
}
