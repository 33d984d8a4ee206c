import { adadelta, bowl, run } from "@downhill/optim";

/** First steps of the package, on a bowl whose slope at 1 is g. */
export function answers(): readonly number[] {
  return [1, 1000, 0.001].map((g) => {
    const method = adadelta({ rho: 0.9, epsilon: 1e-6 });
    return 1 - run(method, bowl([g]), [1], { steps: 1 }).frames[1]!.x[0]!;
  });
}
