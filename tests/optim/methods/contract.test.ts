import { type Card, createOracle, methodCards, run, type State, type Vec } from "@downhill/optim";
import { bowl, chain } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { everyProblem } from "../every-problem.ts";

const STEPS = 30;

describe.each(methodCards.map((card) => [card.id, card] as const))(
  "%s keeps the contract",
  (_id, card) => {
    const method = card.make({ learningRate: 0.002 });

    describe.each(everyProblem)("on %s", (_name, problem) => {
      const { frames } = run(method, problem, problem.start, { steps: STEPS });

      test("a run gives the same frames every time", () => {
        expect(run(method, problem, problem.start, { steps: STEPS }).frames).toEqual(frames);
      });

      test("step changes nothing that it is given", () => {
        for (const { state } of frames) {
          const before = structuredClone(state);
          method.step(createOracle(problem), state);
          expect(state).toEqual(before);
        }
      });

      test("every state is plain data from which the run continues identically", () => {
        frames.slice(0, -1).forEach(({ state }, k) => {
          const next = method.step(createOracle(problem), structuredClone(state));
          expect(next).toEqual(frames[k + 1]!.state);
        });
      });

      test("no two states share an array", () => {
        const arrays = frames.flatMap(({ state }) =>
          Object.values(state).filter((value) => value instanceof Float64Array),
        );
        expect(new Set(arrays).size).toBe(arrays.length);
      });
    });

    test("asking for the next point twice gives the same point: no state is hidden", () => {
      const oracle = createOracle(bowl([1, 25]));
      const start = method.init(oracle, Float64Array.of(-4, 1));
      const other = method.init(oracle, Float64Array.of(9, 9));
      const first = method.step(oracle, start);
      method.step(oracle, method.step(oracle, other));
      expect(method.step(oracle, start)).toEqual(first);
    });

    test("its card's defaults are those of make", () => {
      const defaults = Object.fromEntries(card.parameters.map((p) => [p.name, p.default]));
      expect(points(card.make(), [-4, 1], 20)).toEqual(points(card.make(defaults), [-4, 1], 20));
    });

    test("make accepts both ends of each slider, and refuses NaN", () => {
      for (const { name, min, max } of card.parameters) {
        for (const value of [min, max]) expect(() => card.make({ [name]: value })).not.toThrow();
        expect(() => card.make({ [name]: Number.NaN })).toThrow(/must be in .*, got NaN/);
      }
    });

    test("its sliders start inside their range, and logarithmic ones above 0", () => {
      for (const { default: start, min, max, scale } of card.parameters) {
        expect(min <= start && start <= max).toBe(true);
        if (scale === "log") expect(min).toBeGreaterThan(0);
      }
    });
  },
);

describe.each(methodCards.map((card) => [card.id, card] as const))(
  "%s keeps its promises",
  (_id, card) => {
    const { promises } = card;

    promised(promises.rotationInvariant)("rotating the function rotates the path", () => {
      const angle = 0.7;
      const turn = ([x = 0, y = 0]: Vec | number[]) => [
        Math.cos(angle) * x - Math.sin(angle) * y,
        Math.sin(angle) * x + Math.cos(angle) * y,
      ];
      const straight = points(card.make(), [-4, 1], 50, bowl([1, 25]));
      const turned = points(card.make(), turn([-4, 1]), 50, bowl([1, 25], angle));
      straight.forEach((x, k) => {
        const [expectedX, expectedY] = turn(x);
        expect(turned[k]![0]).toBeCloseTo(expectedX!, 12);
        expect(turned[k]![1]).toBeCloseTo(expectedY!, 12);
      });
    });

    promised(promises.linear)(
      "a start twice as far stays twice as far on a quadratic, to the bit",
      () => {
        const near = points(card.make(), [-4, 1], 50);
        const far = points(card.make(), [-8, 2], 50);
        expect(far).toEqual(near.map((x) => x.map((xi) => 2 * xi)));
      },
    );

    promised(promises.monotone)("with rate 1/L on a convex function, f never rises", () => {
      for (const problem of [bowl([1, 25]), bowl([0, 3, 7], 1), chain(20)]) {
        const method = card.make({ learningRate: 1 / problem.L! });
        const values = run(method, problem, problem.start, { steps: 200 }).frames.map(({ f }) => f);
        for (let k = 1; k < values.length; k++)
          expect(values[k]! - values[k - 1]!).toBeLessThanOrEqual(1e-15); // rounding at the bottom
      }
    });

    promised(promises.stableBelow !== undefined)(
      "below its stability limit it converges, above it diverges",
      () => {
        const lambda = 3;
        for (const beta of card.parameters.some(({ name }) => name === "beta")
          ? [0, 0.5, 0.9, 0.95]
          : [0]) {
          const limit = promises.stableBelow!({ beta }) / lambda;
          const end = (learningRate: number) =>
            Math.abs(
              points(card.make({ learningRate, beta }), [1], 6000, bowl([lambda])).at(-1)![0]!,
            );
          expect(end(0.99 * limit)).toBeLessThan(1e-6);
          expect(end(1.01 * limit)).toBeGreaterThan(1e3);
        }
      },
    );
  },
);

function points(
  method: ReturnType<Card["make"]>,
  start: readonly number[],
  steps: number,
  problem = bowl([1, 25]),
): readonly Vec[] {
  return run<State>(method, problem, start, { steps }).frames.map(({ x }) => x);
}

/** Defines the test only of a promise that the card makes. */
function promised(made: boolean): (title: string, body: () => void) => void {
  return made ? test : () => {};
}
