import { adagrad, bowl, run } from "@downhill/optim";

/** A real run on f(x) = 3x, where the gradient is 3 everywhere. */
export function answers(): readonly number[] {
  const line = {
    ...bowl([0]),
    value: (x: Float64Array) => 3 * x[0]!,
    gradient: () => Float64Array.of(3),
    gradientInto: (_: Float64Array, out: Float64Array) => out.fill(3),
  };
  const { frames } = run(adagrad({ learningRate: 0.5, epsilon: 0 }), line, [0], { steps: 4 });
  return [Math.abs(frames[4]!.x[0]! - frames[3]!.x[0]!)];
}
