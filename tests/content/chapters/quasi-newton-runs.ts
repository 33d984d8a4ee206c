import {
  axpy,
  backtracking,
  bowl,
  descend,
  dot,
  extendedRosenbrock,
  gauss,
  type LineSearch,
  type Method,
  mulberry32,
  newtonDirection,
  noisy,
  nonlinearCg,
  type Objective,
  rosenbrock,
  run,
} from "@downhill/optim";

/** A run on Rosenbrock's valley from its usual start until the gradient is below 10⁻⁶. */
export function inValley(method: Method, steps = 40_000) {
  const { frames, outcome } = run(method, rosenbrock, rosenbrock.start, {
    steps,
    gradientTolerance: 1e-6,
  });
  const last = frames.at(-1)!;
  return { frames, steps: last.k, calls: last.calls, x: last.x, kind: outcome.kind };
}

/** The same on fifty valleys at once. */
export function inFiftyValleys(method: Method) {
  const problem = extendedRosenbrock(100);
  const { frames } = run(method, problem, problem.start, {
    steps: 2000,
    gradientTolerance: 1e-6,
  });
  return { frames, steps: frames.at(-1)!.k };
}

/** How far the copies of a valley have come apart: the largest difference of their first variables. */
export function apart(x: Float64Array): number {
  return Math.max(...Array.from({ length: 50 }, (_, i) => Math.abs(x[2 * i]! - x[0]!)));
}

/** Nonlinear conjugate gradients as the text has them: a nearly exact search and no restart. */
export function conjugate(formula: "polak-ribiere+" | "fletcher-reeves"): Method {
  return nonlinearCg({ formula, c2: 0.1, restart: false });
}

/** Steepest descent on a bowl down to f = 10⁻⁶, with backtracking or the best of fourteen rates. */
export function byRule(rule: "backtracking" | "grid") {
  const surface: Objective = bowl([1, 25], Math.PI / 6);
  let x: Float64Array = Float64Array.of(-4, 1);
  let [steps, values] = [0, 1];
  while (surface.value(x) > 1e-6) {
    const g = surface.gradient(x);
    const rates = Array.from({ length: 60 }, (_, j) => 2 ** -j);
    const at = (rate: number) => axpy(-rate, g, x);
    const f = (rate: number) => surface.value(at(rate));
    if (rule === "grid") {
      const best = rates.slice(0, 14).reduce((low, rate) => (f(rate) < f(low) ? rate : low));
      values += 14;
      x = at(best);
    } else {
      const tried = rates.findIndex(
        (rate) => f(rate) <= surface.value(x) - 1e-4 * rate * dot(g, g),
      );
      values += tried + 1;
      x = at(rates[tried]!);
    }
    steps++;
  }
  return { steps, values };
}

/** From this step on Newton's steps are shortened, to 1/2, 1/3, … */
export const FADING = 30;

/** Newton's method in the valley with noise of its own at each step: full steps, then fading ones. */
export function fadingNewton(sigma: number) {
  const full = backtracking();
  let k = 0;
  const fading: LineSearch = {
    name: "fading backtracking",
    search(oracle, x, d, before) {
      k++;
      const alpha = full.search(oracle, x, d, before);
      return typeof alpha === "number" ? alpha / Math.max(1, k - FADING + 2) : alpha;
    },
  };
  const method = descend(newtonDirection(), fading);
  return run(method, noisy(rosenbrock, { sigma, seed: 1 }), rosenbrock.start, { steps: 1000 })
    .frames;
}

/** What the pairs of two thousand gradient steps tell, with a noise of 0.1 of its own in each gradient. */
export function pairsOfTwoBatches(distance: number) {
  const surface = bowl([1, 10], Math.PI / 6);
  const normal = gauss(mulberry32(2));
  const around = (size: number) => Float64Array.of(size * normal(), size * normal());
  const pairs = Array.from({ length: 2000 }, () => {
    const slope = surface.gradient(around(distance));
    const [first, second] = [around(0.1), around(0.1)];
    const delta = axpy(1, first, slope).map((entry) => -0.1 * entry);
    const truth = dot(surface.gradient(delta), delta);
    return { truth, told: truth + dot(axpy(-1, first, second), delta) };
  });
  const sum = (of: "truth" | "told") => pairs.reduce((total, pair) => total + pair[of], 0);
  return {
    told: sum("told") / sum("truth"),
    negative: pairs.filter(({ told }) => told <= 0).length / pairs.length,
  };
}
