import { lionKernel } from "@downhill/optim";

/** Five steps by the package's kernel. */
export function answers(): readonly number[] {
  const [theta, m] = [new Float64Array(1), new Float64Array(1)];
  for (const g of [10, -0.5, -0.5, -2, -2])
    lionKernel(theta, Float64Array.of(g), m, 0.1, 0.9, 0.99, 0);
  return [theta[0]!];
}
