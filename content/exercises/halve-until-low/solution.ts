import { backtracking, descend, doubleWell1d, run, steepestDescent } from "@downhill/optim";

/** One step of the package's backtracking. */
export function answers(): readonly number[] {
  const { frames } = run(descend(steepestDescent, backtracking()), doubleWell1d, [1.5], {
    steps: 1,
  });
  const { stepLength, x } = frames[1]!;
  return [stepLength!, x[0]!];
}
