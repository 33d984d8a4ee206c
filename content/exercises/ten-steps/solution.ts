import { bowl, gradientDescent, run } from "@downhill/optim";

/** The last point of a real run; the bowl of curvature 2 is x². */
export function answers(): readonly number[] {
  const { frames } = run(gradientDescent({ learningRate: 0.2 }), bowl([2]), [10], { steps: 10 });
  return [frames[10]!.x[0]!];
}
