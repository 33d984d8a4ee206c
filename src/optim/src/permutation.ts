/**
 * The whole numbers 0 … n − 1 in random order, each order equally likely: the shuffle of Fisher
 * and Yates. From the last place down, each swaps with a random one of those not above it.
 *
 * @param rng uniform numbers in [0, 1); n − 1 of them are drawn.
 * Source: Durstenfeld 1964.
 */
export function permutation(n: number, rng: () => number): readonly number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(rng() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
