import { adamKernel } from "@downhill/optim";

/** What the second step adds, by the package's kernel. */
export function answers(): readonly number[] {
  const [x, m, s] = [new Float64Array(1), new Float64Array(1), new Float64Array(1)];
  adamKernel(x, Float64Array.of(2), m, s, 0.001, 0.9, 0.999, 0, 1);
  const before = x[0]!;
  adamKernel(x, Float64Array.of(4), m, s, 0.001, 0.9, 0.999, 0, 2);
  return [x[0]! - before];
}
