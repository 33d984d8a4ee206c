import { mulberry32 as seeded } from "@downhill/optim";
import { minibatches } from "./solution.ts";

/** Your batches for one seed, and how often each order came for 2000 seeds. */
export function tryMinibatches(
  N: number,
  b: number,
  seed: number,
): { batches: number[][]; again: number[][]; orders: Record<string, number> } {
  const batches = minibatches(N, b, seeded(seed));
  const again = minibatches(N, b, seeded(seed));
  const orders: Record<string, number> = {};
  for (let other = 1; N === 4 && other <= 2000; other++) {
    const order = String(minibatches(N, b, seeded(seed + other)));
    orders[order] = (orders[order] ?? 0) + 1;
  }
  return { batches, again, orders };
}
