/** A learning rate with the factor by which it shrinks the error at every step. */
export interface TunedRate {
  readonly eta: number;
  readonly rate: number;
}

/** A learning rate and a momentum with the asymptotic factor per step. */
export interface TunedPair extends TunedRate {
  readonly beta: number;
}

/**
 * The fastest fixed rate of gradient descent on a quadratic with curvatures in [mu, L].
 *
 * eta = 2 / (mu + L), error factor (kappa − 1)/(kappa + 1) with kappa = L/mu.
 * Source: Polyak 1964.
 */
export function bestGradientDescent(mu: number, L: number): TunedRate {
  return { eta: 2 / (mu + L), rate: (L - mu) / (L + mu) };
}

/**
 * The fastest fixed pair of momentum (convention B) on a quadratic with curvatures in [mu, L].
 *
 * eta = (2/(√L + √mu))², beta = ((√kappa − 1)/(√kappa + 1))², factor √beta: both ends of the
 * spectrum are critically damped. Source: Polyak 1964; Goh 2017.
 */
export function bestMomentum(mu: number, L: number): TunedPair {
  const rate = (Math.sqrt(L) - Math.sqrt(mu)) / (Math.sqrt(L) + Math.sqrt(mu));
  return { eta: (2 / (Math.sqrt(L) + Math.sqrt(mu))) ** 2, beta: rate * rate, rate };
}
