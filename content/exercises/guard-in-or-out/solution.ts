import { rmspropKernel } from "@downhill/optim";

/** A step of length |g|/√s with the guard at each of its two places, from a full average. */
export function answers(): readonly number[] {
  const g = 1e-4;
  return [false, true].map((inside) => {
    const theta = Float64Array.of(0);
    const guards = inside ? ([0, 1e-8] as const) : ([1e-8, 0] as const);
    rmspropKernel(theta, Float64Array.of(g), Float64Array.of(g * g), 1, 0.9, ...guards);
    return -theta[0]!;
  });
}
