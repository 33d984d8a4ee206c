import { bowl, momentum, run } from "@downhill/optim";
import type { Window } from "#src/plotting/clip.ts";
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
  /** What the panels show of t and x. */
  readonly window: Window;
  /** The step with which it left that window for good. */
  readonly diverged?: number;
}

/** Ends of the axis of x that the panels choose from; growth beyond the last is divergence. */
const EXTENTS = [1.3, 2, 3, 5, 10];

/** What the time series shows: as far out as the run goes, but ten times the start at most. */
function seriesWindow(series: readonly Point[]) {
  const farthest = Math.max(...series.map(({ x, y }) => (x <= STEPS ? Math.abs(y) : 0)));
  const extent = EXTENTS.find((end) => end >= farthest) ?? (EXTENTS.at(-1) as number);
  return { x: [0, STEPS], y: [-extent, extent] } as const;
}

/** Runs momentum at (ηλ, β); with λ = 1 the learning rate is ηλ itself. */
export function phaseModel({ p, beta }: Pick<PhaseState, "p" | "beta">): PhaseModel {
  const roots = momentumRoots(p, beta);
  const { frames } = run(momentum({ learningRate: p, beta }), bowl([1]), [1], { steps: STEPS });
  const series = frames.map(({ k, x }) => ({ x: k, y: x[0] as number }));
  const orbit = frames.map(({ x, state }) => ({ x: x[0] as number, y: state.v[0] as number }));
  const window = seriesWindow(series);
  const rate = modulus(roots[0]);
  const model = { roots, rate, regime: momentumRegime(p, beta), series, orbit, window };
  const diverged = leftForGood(series, window);
  return diverged === undefined ? model : { ...model, diverged };
}
