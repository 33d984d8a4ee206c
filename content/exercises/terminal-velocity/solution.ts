import { momentum, type Objective, run } from "@downhill/optim";

/** An even slope: f(x) = 2x, whose gradient is 2 everywhere. */
const slope: Objective = {
  dim: 1,
  value: (x) => 2 * x[0]!,
  gradient: () => Float64Array.of(2),
};

/** Length of a step after many steps of a real run. */
export function answers(): readonly number[] {
  const { frames } = run(momentum({ learningRate: 0.01, beta: 0.9 }), slope, [0], { steps: 400 });
  return [Math.abs(frames[400]!.x[0]! - frames[399]!.x[0]!)];
}
