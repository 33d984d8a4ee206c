import { bowl, gauss, gradientDescentKernel, mulberry32 } from "@downhill/optim";
import { type FloorState, STEPS } from "./state.ts";

/** A run on ½λx² that starts at the minimum, with noise of variance 1/b in every gradient. */
export interface FloorModel {
  readonly positions: readonly number[];
  /** The mean of x² over the steps 1 … t, at index t; 0 at 0. */
  readonly variances: readonly number[];
  /** η/(bλ(2 − ηλ)); none where the run has no floor. */
  readonly theory?: number;
  readonly diverged?: number;
}

/** Farther out than this a run is lost. */
const LOST = 1e6;

export function floorModel({ eta, lambda, b, seed }: Omit<FloorState, "t">): FloorModel {
  const normal = gauss(mulberry32(seed));
  const parabola = bowl([lambda]);
  const x = new Float64Array(1);
  const positions = [0];
  const variances = [0];
  let squares = 0;
  for (let t = 1; t <= STEPS; t++) {
    const noise = normal() / Math.sqrt(b);
    const g = parabola.gradient(x).map((slope) => slope + noise);
    gradientDescentKernel(x, g, eta);
    const position = x[0] as number;
    squares += position ** 2;
    positions.push(position);
    variances.push(squares / t);
    if (Math.abs(position) > LOST) return { positions, variances, diverged: t };
  }
  const shrinking = eta * lambda < 2;
  return {
    positions,
    variances,
    ...(shrinking ? { theory: eta / (b * lambda * (2 - eta * lambda)) } : {}),
  };
}
