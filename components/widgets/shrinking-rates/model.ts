import { bowl, gauss, gradientDescentKernel, mulberry32 } from "@downhill/optim";
import { RATES, type Rate, type RateName, START, STEPS } from "./state.ts";

/** The root mean square of x after t steps over all noise, at index t. */
export interface RateCurve {
  readonly rate: Rate;
  readonly distances: readonly number[];
}

/**
 * Mean and variance of noisy descent on ½λx² from 10, with noise of variance 1, step by step:
 * m ← (1 − ηλ) m and V ← (1 − ηλ)² V + η².
 */
export function rateCurves(lambda: number): readonly RateCurve[] {
  return RATES.map((rate) => {
    let [mean, variance] = [START, 0];
    const distances = [START];
    for (let t = 1; t <= STEPS; t++) {
      const eta = rate.at(t);
      const factor = 1 - eta * lambda;
      mean *= factor;
      variance = factor ** 2 * variance + eta ** 2;
      distances.push(Math.sqrt(mean ** 2 + variance));
    }
    return { rate, distances };
  });
}

/** |x| of a single run, at index t. */
export function singleRun(name: RateName, lambda: number, seed: number): readonly number[] {
  const { at } = RATES.find((rate) => rate.name === name) as Rate;
  const normal = gauss(mulberry32(seed));
  const parabola = bowl([lambda]);
  const x = Float64Array.of(START);
  const distances = [START];
  for (let t = 1; t <= STEPS; t++) {
    const noise = normal();
    gradientDescentKernel(
      x,
      parabola.gradient(x).map((slope) => slope + noise),
      at(t),
    );
    distances.push(Math.abs(x[0] as number));
  }
  return distances;
}
