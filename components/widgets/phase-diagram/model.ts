import { bowl, momentum, run } from "@downhill/optim";
import { leftForGood } from "#src/plotting/left-for-good.ts";
import {
  type Complex,
  modulus,
  momentumRegime,
  momentumRoots,
  type Regime,
} from "#src/plotting/momentum-roots.ts";
import type { Point } from "#src/plotting/scale.ts";
import { type PhaseState, STEPS } from "./state.ts";

/** What one curvature does under momentum: a real run on ½x² from x = 1, and its theory. */
export interface PhaseModel {
  readonly roots: readonly [Complex, Complex];
  /** max |σ|. */
  readonly rate: number;
  readonly regime: Regime;
  /** (t, x_t) for t = 0 … STEPS. */
  readonly series: readonly Point[];
  /** (x_t, v_t). */
  readonly orbit: readonly Point[];
  readonly diverged?: number;
}

/** What the time series shows. */
export const SERIES_WINDOW = { x: [0, STEPS], y: [-1.3, 1.3] } as const;

/** Runs momentum at (ηλ, β); with λ = 1 the learning rate is ηλ itself. */
export function phaseModel({ p, beta }: Pick<PhaseState, "p" | "beta">): PhaseModel {
  const roots = momentumRoots(p, beta);
  const { frames } = run(momentum({ learningRate: p, beta }), bowl([1]), [1], { steps: STEPS });
  const series = frames.map(({ k, x }) => ({ x: k, y: x[0] as number }));
  const orbit = frames.map(({ x, state }) => ({ x: x[0] as number, y: state.v[0] as number }));
  const model = { roots, rate: modulus(roots[0]), regime: momentumRegime(p, beta), series, orbit };
  const diverged = leftForGood(series, SERIES_WINDOW);
  return model.rate > 1 && diverged !== undefined ? { ...model, diverged } : model;
}
