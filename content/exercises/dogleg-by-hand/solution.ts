import { doglegStep } from "@downhill/optim";

/** The package's step. */
export function answers(): readonly number[] {
  const H = [Float64Array.of(1, 0), Float64Array.of(0, 2)];
  const model = {
    g: Float64Array.of(2, 2),
    h: () => H,
    hv: (v: Float64Array) => Float64Array.of(v[0]!, 2 * v[1]!),
  };
  return [...doglegStep(model, 2).p];
}
