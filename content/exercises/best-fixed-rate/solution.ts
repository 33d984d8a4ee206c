/** The size of the slowest factor. */
const slowest = (eta: number) => Math.max(Math.abs(1 - eta), Math.abs(1 - 20 * eta));

/** The rate of the smallest slowest factor, found by narrowing an interval rather than by the formula. */
export function answers(): readonly number[] {
  let [low, high] = [0, 0.2];
  while (high - low > 1e-12) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (slowest(left) < slowest(right)) high = right;
    else low = left;
  }
  return [low, slowest(low)];
}
