import { adamKernel } from "@downhill/optim";

/** The step of the package's kernel for a gradient that comes after a hundred thousand zeros. */
export function answers(): readonly number[] {
  const x = new Float64Array(1);
  adamKernel(
    x,
    Float64Array.of(5),
    new Float64Array(1),
    new Float64Array(1),
    1,
    0.9,
    0.999,
    1e-8,
    100_001,
  );
  return [Math.abs(x[0]!)];
}
