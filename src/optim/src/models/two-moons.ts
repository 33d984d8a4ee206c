import { nonNegative, requireIn, requireKnown, requireWhole, show } from "../internal/guard.ts";
import { gauss, mulberry32 } from "../random.ts";
import type { Vec } from "../types.ts";

export interface TwoMoonsOptions {
  /** Number of points N, a whole number, 1 or more. Default 200. */
  readonly examples?: number;
  /** Standard deviation of the noise in each coordinate, in [0, ∞). Default 0.15. */
  readonly noise?: number;
  /** Any whole number. Default 3. */
  readonly seed?: number;
}

/** Points of the plane and their classes, as `binaryNetwork` and `logisticRegression` take them. */
export interface TwoMoons {
  /** N rows of two coordinates. */
  readonly X: readonly Vec[];
  /** N labels, 0 and 1 in turn. */
  readonly y: readonly number[];
}

/**
 * Two half circles that reach into each other, and noise: the smallest data set that no straight
 * line separates and a network of one hidden layer does.
 *
 *     class 0:  (cos φ, sin φ)      class 1:  (1 − cos φ, ½ − sin φ),      0 ≤ φ < π
 *
 * Point i has the class i mod 2. The angles are π times one stream of `mulberry32(seed)`; the
 * noise is one of `gauss(mulberry32(seed + 100))`, first of x, then of y. So seeds apart give
 * data apart, such as a set to train on and a set held out.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range or a seed that is no whole number.
 * Source: sklearn.datasets.make_moons has the same shapes, with even angles.
 */
export function twoMoons(options: TwoMoonsOptions = {}): TwoMoons {
  requireKnown("twoMoons", options, ["examples", "noise", "seed"]);
  const { noise = 0.15, seed = 3 } = options;
  const examples = requireWhole("twoMoons", "examples", options.examples ?? 200, 1);
  requireIn("twoMoons", "noise", noise, nonNegative);
  if (!Number.isInteger(seed))
    throw new RangeError(`twoMoons: seed must be a whole number, got ${show(seed)}`);
  const angle = mulberry32(seed);
  const normal = gauss(mulberry32(seed + 100));
  const y = Array.from({ length: examples }, (_, i) => i % 2);
  const X = y.map((label) => {
    const phi = Math.PI * angle();
    const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
    const [x1, x2] = label === 0 ? [cos, sin] : [1 - cos, 0.5 - sin];
    return Float64Array.of(x1 + noise * normal(), x2 + noise * normal());
  });
  return { X, y };
}
