import { rmspropKernel } from "@downhill/optim";

/** The second step, taken by the package. */
export function answers(): readonly number[] {
  const theta = Float64Array.of(0);
  const s = Float64Array.of(0);
  const before = [4, 2].map((g) => {
    const at = theta[0]!;
    rmspropKernel(theta, Float64Array.of(g), s, 0.001, 0.9, 0);
    return at;
  });
  return [before[1]! - theta[0]!];
}
