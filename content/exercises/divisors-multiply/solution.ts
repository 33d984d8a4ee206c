import { compoundedTimeDecay, timeDecay } from "@downhill/optim";

/** The eleventh rate of both schedules of the package: ten updates are made before it. */
export function answers(): readonly number[] {
  const options = { learningRate: 1, decay: 0.1 };
  return [compoundedTimeDecay(options)(11), timeDecay(options)(11)];
}
