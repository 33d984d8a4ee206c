import { newton, objectiveFrom, run } from "@downhill/optim";

/** The first step of the package from (1, 2). */
export function answers(): readonly number[] {
  const f = objectiveFrom(
    (x, y) => x!.squared().times(y!).plus(y!.squared().times(3)).minus(x!),
    2,
  );
  const { x } = run(newton(), f, [1, 2], { steps: 1 }).frames[1]!;
  return [x[0]! - 1, x[1]! - 2];
}
