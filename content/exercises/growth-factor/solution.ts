import { bowl, momentum, run } from "@downhill/optim";

/** The ratio of two late distances along curvature −1. */
export function answers(): readonly number[] {
  const method = momentum({ learningRate: 0.1, beta: 0.9 });
  const { frames } = run(method, bowl([-1]), [1e-12], { steps: 80 });
  const late = (t: number) => frames[t]?.x[0] as number;
  return [late(80) / late(79)];
}
