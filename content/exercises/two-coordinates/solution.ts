import { adagradKernel } from "@downhill/optim";

/** The rates that the kernel has used: step over gradient. */
export function answers(): readonly number[] {
  const x = new Float64Array(2);
  const s = new Float64Array(2);
  adagradKernel(x, Float64Array.of(3, 0.1), s, 0.1, 0);
  const before = x.slice();
  const g = Float64Array.of(4, 0.1);
  adagradKernel(x, g, s, 0.1, 0);
  return [0, 1].map((i) => (before[i]! - x[i]!) / g[i]!);
}
