import { newton, objectiveFrom, run } from "@downhill/optim";

/** 1 − x after three steps of the package from 0.5. */
export function answers(): readonly number[] {
  const f = objectiveFrom((x) => x!.minus(x!.log()), 1);
  return [1 - run(newton(), f, [0.5], { steps: 3 }).frames[3]!.x[0]!];
}
