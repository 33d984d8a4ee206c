import { bowl, delayedRateLimit, gradientDescent, iterate, parameterServer } from "@downhill/optim";
import { leftForGood } from "#src/plotting/left-for-good.ts";
import { STEPS } from "./state.ts";

/** A run on ½x² from x = 1 with gradients that are late. */
export interface StaleModel {
  readonly xs: readonly number[];
  /** The rates below this converge. */
  readonly limit: number;
  /** The step at which it has left the picture and does not come back. */
  readonly diverged?: number;
}

/** Half the height of the picture. */
export const HEIGHT = 1.6;

/** τ + 1 workers that take turns make every gradient τ updates old. */
export function staleModel(tau: number, eta: number): StaleModel {
  const method = parameterServer(gradientDescent({ learningRate: eta }), { workers: tau + 1 });
  const xs: number[] = [];
  for (const { x } of iterate(method, bowl([1]), Float64Array.of(1), { steps: STEPS }))
    xs.push(x[0] as number);
  const limit = delayedRateLimit(tau);
  const points = xs.map((x, t) => ({ x: t, y: x }));
  const left = leftForGood(points, { x: [-1, STEPS + 1], y: [-HEIGHT, HEIGHT] });
  return { xs, limit, ...(eta > limit && left !== undefined && { diverged: left }) };
}
