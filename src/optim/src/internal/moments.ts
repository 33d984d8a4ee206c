import { nonNegative, requireIn, unitHalfOpen } from "./guard.ts";

/** Adam's three constants, as its whole family takes them. */
export interface Moments {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/**
 * The constants with the defaults that the family shares.
 * @throws TypeError or RangeError for values outside their range.
 */
export function momentsOf(
  where: string,
  { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }: Partial<Moments>,
): Moments {
  return {
    beta1: requireIn(where, "beta1", beta1, unitHalfOpen),
    beta2: requireIn(where, "beta2", beta2, unitHalfOpen),
    epsilon: requireIn(where, "epsilon", epsilon, nonNegative),
  };
}

/** The slider of β₁. */
export const beta1Parameter = {
  name: "beta1",
  symbol: "\\beta_1",
  label: "retention of the mean",
  default: 0.9,
  min: 0,
  max: 0.99,
  scale: "linear",
} as const;

/** The slider of β₂. */
export const beta2Parameter = {
  name: "beta2",
  symbol: "\\beta_2",
  label: "retention of the squares",
  default: 0.999,
  min: 0.5,
  max: 0.9999,
  scale: "linear",
} as const;

/** The slider of ε, where 1e-8 is the default. */
export const epsilonParameter = {
  name: "epsilon",
  symbol: "\\epsilon",
  label: "epsilon",
  default: 1e-8,
  min: 1e-12,
  max: 1,
  scale: "log",
} as const;

/** The slider of ρ; a card gives its own default. */
export const rhoParameter = {
  name: "rho",
  symbol: "\\rho",
  label: "retention of the squares",
  min: 0,
  max: 0.999,
  scale: "linear",
} as const;
