import { bowl, momentum, run } from "@downhill/optim";

/** The rate of convention B whose first step is that of the average; one later point confirms it. */
export function answers(): readonly number[] {
  const surface = bowl([1, 25]);
  const average = run(
    momentum({ learningRate: 0.1, beta: 0.9, convention: "ewa" }),
    surface,
    [-4, 1],
    { steps: 20 },
  );
  const gradient = surface.gradient(Float64Array.of(-4, 1))[0]!;
  const rate = (-4 - average.frames[1]!.x[0]!) / gradient;
  const sum = run(momentum({ learningRate: rate, beta: 0.9 }), surface, [-4, 1], { steps: 20 });
  const difference = Math.abs(sum.frames[20]!.x[0]! - average.frames[20]!.x[0]!);
  return [difference < 1e-9 ? rate : Number.NaN];
}
