import { rpropKernel } from "@downhill/optim";

/** The size that the package keeps after five gradients. */
export function answers(): readonly number[] {
  const [theta, before] = [new Float64Array(1), new Float64Array(1)];
  const size = Float64Array.of(0.1);
  const sizes = { shrink: 0.5, grow: 1.2, smallest: 1e-6, largest: 50 };
  for (const g of [3, 2, 0.5, -1, -0.2])
    rpropKernel(theta, Float64Array.of(g), before, size, sizes, true);
  return [size[0]!];
}
