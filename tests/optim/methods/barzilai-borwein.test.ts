import {
  type BarzilaiBorweinFormula,
  barzilaiBorwein,
  barzilaiBorweinCard,
  barzilaiBorweinDirection,
  createOracle,
  descend,
  dot,
  gradientDescent,
  run,
} from "@downhill/optim";
import { bowl, chain, chainedRosenbrock, rosenbrock, saddleB } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";

const FORMULAS: readonly BarzilaiBorweinFormula[] = ["long", "short", "alternating"];
const plain = (formula: BarzilaiBorweinFormula) => barzilaiBorwein({ formula, history: 0 });

test("on a quadratic 1/α is a Rayleigh quotient of the Hessian at the last step", () => {
  // δᵀy/δᵀδ = δᵀAδ/δᵀδ for the long rate, yᵀAδ/δᵀAδ… = yᵀy/δᵀy for the short one.
  const problem = bowl([1, 7, 25]);
  const A = problem.hessian(new Float64Array(3));
  for (const formula of ["long", "short"] as const) {
    const { frames } = run(plain(formula), problem, problem.start, { steps: 12 });
    for (let k = 2; k < frames.length; k++) {
      const delta = frames[k - 1]!.x.map((xi, i) => xi - frames[k - 2]!.x[i]!);
      const y = Float64Array.from(A, (row) => dot(row, delta));
      const quotient =
        formula === "long" ? dot(delta, y) / dot(delta, delta) : dot(y, y) / dot(delta, y);
      expect(frames[k]!.stepLength! * quotient).toBeCloseTo(1, 9);
      expect(1 / frames[k]!.stepLength!).toBeGreaterThan(1 - 1e-9);
      expect(1 / frames[k]!.stepLength!).toBeLessThan(25 + 1e-9);
    }
  }
});

test("the short rate is never longer than the long one, and alternating takes turns", () => {
  const rates = (formula: BarzilaiBorweinFormula) =>
    run(plain(formula), bowl([1, 7, 25]), [-4, 1, 1], { steps: 3 }).frames.map(
      ({ stepLength }) => stepLength,
    );
  const [long, short, both] = FORMULAS.map(rates);
  expect(long![1]).toBe(short![1]);
  expect(short![2]!).toBeLessThan(long![2]!);
  expect(both![2]).toBe(long![2]);
  const atThree = run(plain("alternating"), bowl([1, 7, 25]), [-4, 1, 1], { steps: 3 }).frames;
  const delta = atThree[2]!.x.map((xi, i) => xi - atThree[1]!.x[i]!);
  const y = delta.map((entry, i) => [1, 7, 25][i]! * entry);
  expect(both![3]! * (dot(y, y) / dot(delta, y))).toBeCloseTo(1, 12);
});

test.each(FORMULAS)(
  "without a guard the %s rate converges on quadratics, though f rises",
  (formula) => {
    for (const problem of [bowl([1, 25]), bowl([1, 7, 25, 100]), chain(20)]) {
      const { frames, outcome } = run(plain(formula), problem, problem.start, {
        gradientTolerance: 1e-9,
      });
      expect(outcome.kind).toBe("converged");
      if (problem.dim === 4)
        expect(frames.some(({ f }, k) => k > 0 && f > frames[k - 1]!.f)).toBe(true);
    }
  },
);

test("it is quicker than gradient descent at the best fixed rate", () => {
  const problem = chain(40);
  const steps = (method: ReturnType<typeof gradientDescent>) =>
    run(method, problem, problem.start, { steps: 5000, gradientTolerance: 1e-8 }).frames.length;
  const best = 2 / (problem.L! + problem.mu!);
  for (const formula of FORMULAS)
    expect(5 * steps(plain(formula))).toBeLessThan(steps(gradientDescent({ learningRate: best })));
});

test("the first step has length 1, or the rate that is given", () => {
  const { frames } = run(barzilaiBorwein(), bowl([1, 25]), [-4, 1], { steps: 1 });
  expect(Math.hypot(frames[1]!.x[0]! + 4, frames[1]!.x[1]! - 1)).toBeCloseTo(1, 14);
  const given = run(barzilaiBorwein({ firstRate: 0.01 }), bowl([1, 25]), [-4, 1], { steps: 1 });
  expect([...given.frames[1]!.x]).toEqual([-3.96, 0.75]);
});

test("after a step without positive curvature it takes the first rate again", () => {
  const method = barzilaiBorwein({ firstRate: 0.01, history: 0 });
  const { frames } = run(method, saddleB, [0, 0.1], { steps: 2 });
  expect(frames[2]!.stepLength).toBe(0.01);
});

describe("the guard", () => {
  test.each([1, 2, 10])("of %d values: f stays below the largest of them", (history) => {
    const problem = chainedRosenbrock(10);
    const { frames } = run(barzilaiBorwein({ history, formula: "long" }), problem, problem.start, {
      steps: 200,
    });
    for (let k = 1; k < frames.length; k++) {
      const level = Math.max(...frames.slice(Math.max(0, k - history), k).map(({ f }) => f));
      expect(frames[k]!.f).toBeLessThan(level);
    }
  });

  test("keeps no more values than it needs", () => {
    const { frames } = run(barzilaiBorwein({ history: 3 }), rosenbrock, [-1.2, 1], { steps: 8 });
    expect(frames.map(({ state }) => state.values.length)).toEqual([0, 1, 2, 3, 3, 3, 3, 3, 3]);
    expect(frames[8]!.state.values).toEqual(frames.slice(5, 8).map(({ f }) => f));
  });

  test("costs no evaluation of f when it is off", () => {
    const { frames } = run(barzilaiBorwein({ history: 0 }), rosenbrock, [-1.2, 1], { steps: 8 });
    expect(frames[8]!.calls).toEqual({ f: 0, g: 8, h: 0, hv: 0 });
  });
});

test("as a direction with step 1 it is the method without its guard", () => {
  const steps = { steps: 20 };
  const ours = run(descend(barzilaiBorweinDirection(), 1), rosenbrock, [-1.2, 1], steps).frames;
  const method = run(barzilaiBorwein({ history: 0 }), rosenbrock, [-1.2, 1], steps).frames;
  expect(ours.map(({ x }) => x)).toEqual(method.map(({ x }) => x));
});

test("at a critical point it stalls, with the reason", () => {
  expect(run(barzilaiBorwein(), bowl([1, 25]), [0, 0]).outcome).toEqual({
    kind: "stalled",
    reason:
      "barzilaiBorwein: the slope dᵀ∇f must be below 0, got 0; x may be a critical point already",
    step: 1,
  });
});

test("a gradient that is not finite ends the run as diverged", () => {
  const broken = createOracle({ ...bowl([1]), gradient: () => Float64Array.of(Number.NaN) });
  const method = barzilaiBorwein();
  expect(method.step(broken, method.init(broken, Float64Array.of(1))).diverged).toBe(
    "the gradient",
  );
});

test("its card makes it", () => {
  const end = (method: ReturnType<typeof barzilaiBorweinCard.make>) =>
    run(method, rosenbrock, [-1.2, 1], { steps: 9 }).frames.at(-1)!.x;
  expect(end(barzilaiBorweinCard.make({ history: 2 }))).toEqual(
    end(barzilaiBorwein({ history: 2 })),
  );
});

describe("bad options are named", () => {
  test.each([
    [
      { formula: "bb1" },
      RangeError,
      'barzilaiBorwein: formula must be one of "long", "short", "alternating", got "bb1"',
    ],
    [{ firstRate: 0 }, RangeError, "barzilaiBorwein: firstRate must be in (0, ∞), got 0"],
    [
      { history: 1.5 },
      RangeError,
      "barzilaiBorwein: history must be a whole number, 0 or more, got 1.5",
    ],
    [{ c1: 1 }, RangeError, "barzilaiBorwein: c1 must be in (0, 1), got 1"],
    [
      { learningRate: 1 },
      TypeError,
      'barzilaiBorwein: there is no option "learningRate". The options are formula, firstRate, history, c1',
    ],
  ])("%j", (options, kind, message) => {
    expect(() => barzilaiBorwein(options as never)).toThrow(new kind(message));
  });

  test("by the direction too", () => {
    expect(() => barzilaiBorweinDirection({ history: 1 } as never)).toThrow(
      new TypeError(
        'barzilaiBorwein: there is no option "history". The options are formula, firstRate',
      ),
    );
  });
});
