/** The balance V = (1 − ηλ)² V + η²σ²/b, run until it stands still. */
function inTheLongRun(b: number): number {
  const [eta, lambda, sigma] = [0.1, 1, 1];
  let variance = 0;
  for (let t = 0; t < 1000; t++)
    variance = (1 - eta * lambda) ** 2 * variance + (eta * sigma) ** 2 / b;
  return variance;
}

/** The first batch size that brings the variance below 0.01. */
export function answers(): readonly number[] {
  let b = 1;
  while (inTheLongRun(b) >= 0.01) b++;
  return [b];
}
