import { bfgsKernel } from "@downhill/optim";

/** The package's update of the identity. */
export function answers(): number[][] {
  const B = [Float64Array.of(1, 0), Float64Array.of(0, 1)];
  bfgsKernel(B, Float64Array.of(1, 0), Float64Array.of(3, 1), 1 / 3, new Float64Array(2));
  return B.map((row) => [...row]);
}
