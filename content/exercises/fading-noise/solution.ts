/** The t at which the standard deviation of the added noise is half of that at t = 0. */
export function answers(): readonly number[] {
  return [2 ** (2 / 0.55) - 1];
}
