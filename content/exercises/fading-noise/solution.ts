/** The variance of the added noise at t = 100 for c = 0.3. */
export function answers(): readonly number[] {
  return [0.3 / (1 + 100) ** 0.55];
}
