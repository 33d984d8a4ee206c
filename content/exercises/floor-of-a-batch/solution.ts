/** The balance V = (1 − ηλ)² V + η²σ²/b, run until it stands still. */
export function answers(): readonly number[] {
  const [eta, lambda, sigma, b] = [0.1, 1, 1, 4];
  let variance = 0;
  for (let t = 0; t < 1000; t++)
    variance = (1 - eta * lambda) ** 2 * variance + (eta * sigma) ** 2 / b;
  return [variance];
}
