import { batchNormalization } from "@downhill/optim";

/** The last output of the batch. */
export function answers(): readonly number[] {
  const { outputs } = batchNormalization([[1], [2], [3], [6]]);
  return [outputs[3]![0]!];
}
