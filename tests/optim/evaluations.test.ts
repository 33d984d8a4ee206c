import { bfgs, lbfgs, type Method, nonlinearCg, run, type State } from "@downhill/optim";
import { describe, expect, test } from "vitest";
import { peerProblems } from "../bench/peer-problems.ts";

/**
 * Points at which SciPy 1.17.1 evaluates f and its gradient until ‖∇f‖∞ ≤ 1e-8, as
 * `npx node tests/bench/minimizers.ts` prints them; Infinity where it does not get there.
 */
const scipy: Readonly<Record<string, readonly [lbfgsB: number, bfgs: number, cg: number]>> = {
  "Rosenbrock 2": [46, 41, 80],
  "Rosenbrock 10": [96, Number.POSITIVE_INFINITY, 527],
  "Rosenbrock 100": [640, 655, 2196],
  Beale: [17, 18, 66],
  "quadratic n=100 κ=10000": [1121, 129, 2522],
  "logistic 500×50": [35, 129, 283],
};

const methods: readonly (readonly [string, Method<State>, 0 | 1 | 2, number])[] = [
  ["L-BFGS", lbfgs(), 0, 1.05],
  ["BFGS", bfgs(), 1, 1.1],
  ["nonlinear CG", nonlinearCg(), 2, 1.1],
];

describe.each(methods)("%s", (_name, method, column, factor) => {
  test.each(peerProblems().map((problem) => [problem.name, problem] as const))(
    "%s: a slope of 1e-8 with hardly more evaluations than SciPy, or fewer",
    (name, { objective, start }) => {
      const { frames, outcome } = run(method, objective, start, {
        steps: 5000,
        until: ({ gradientMax }) => gradientMax <= 1e-8,
      });
      expect(outcome.kind).toBe("converged");
      const { calls } = frames.at(-1)!;
      expect(Math.max(calls.f, calls.g)).toBeLessThanOrEqual(factor * scipy[name]![column]);
    },
  );
});
