import { createOracle, type Method, methodCards, run, type State, type Vec } from "@downhill/optim";
import { bowl, chain, type Problem } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { boundedBelow, everyProblem } from "../every-problem.ts";

const STEPS = 30;
const SMALL_RATE = { learningRate: 0.002 };

describe.each(methodCards.map((card) => [card.id, card] as const))(
  "%s keeps the contract",
  (_id, card) => {
    const method = card.make(SMALL_RATE);
    const framesOn = (problem: Problem) =>
      run(method, problem, problem.start, { steps: STEPS }).frames;

    test("a run gives the same frames every time", () => {
      for (const [name, problem] of everyProblem)
        expect(framesOn(problem), name).toEqual(framesOn(problem));
    });

    test("step changes nothing that it is given", () => {
      for (const [name, problem] of everyProblem)
        for (const { state } of framesOn(problem)) {
          const before = structuredClone(state);
          method.step(createOracle(problem), state);
          expect(state, name).toEqual(before);
        }
    });

    test("every state is plain data from which the run continues identically", () => {
      for (const [name, problem] of everyProblem) {
        const frames = framesOn(problem);
        frames.slice(0, -1).forEach(({ state }, k) => {
          const next = method.step(createOracle(problem), structuredClone(state));
          expect(next, `${name}, step ${k + 1}`).toEqual(frames[k + 1]!.state);
        });
      }
    });

    test("a step makes a point of its own, and init copies the start", () => {
      for (const [name, problem] of everyProblem) {
        const start = Float64Array.from(problem.start);
        expect(method.init(createOracle(problem), start).x, name).not.toBe(start);
        const points = framesOn(problem).map(({ x }) => x);
        expect(new Set(points).size, name).toBe(points.length);
      }
    });

    test("asking for the next point twice gives the same point: no state is hidden", () => {
      const oracle = createOracle(bowl([1, 25]));
      const start = method.init(oracle, Float64Array.of(-4, 1));
      const other = method.init(oracle, Float64Array.of(9, 9));
      const first = method.step(oracle, start);
      method.step(oracle, method.step(oracle, other));
      expect(method.step(oracle, start)).toEqual(first);
    });

    test("in place it takes the same steps, to the bit", () => {
      if (method.inPlace === undefined) return;
      for (const [name, problem] of everyProblem) {
        const work = method.inPlace(Float64Array.from(problem.start));
        for (const { k, x } of framesOn(problem)) {
          if (k > 0) work.advance(problem, k);
          expect(work.x, `${name}, step ${k}`).toEqual(x);
        }
      }
    });

    test("its card's defaults are those of make", () => {
      const defaults = Object.fromEntries(card.parameters.map((p) => [p.name, p.default]));
      expect(points(card.make(), [-4, 1], 20)).toEqual(points(card.make(defaults), [-4, 1], 20));
    });

    test("make accepts both ends of each slider, and refuses NaN", () => {
      for (const { name, min, max } of card.parameters) {
        for (const value of [min, max]) expect(() => card.make({ [name]: value })).not.toThrow();
        expect(() => card.make({ [name]: Number.NaN })).toThrow(/must be .*, got NaN/);
      }
    });

    test("its sliders start inside their range, and logarithmic ones above 0", () => {
      for (const { default: start, min, max, scale, whole } of card.parameters) {
        expect(min <= start && start <= max).toBe(true);
        if (scale === "log") expect(min).toBeGreaterThan(0);
        if (whole) expect([start, min, max].every(Number.isInteger)).toBe(true);
      }
    });

    test("at the defaults it goes down a ravine", () => {
      const problem = bowl([1, 25]);
      const { frames } = run(card.make(), problem, [-4, 1], { steps: 300 });
      expect(frames.at(-1)!.f).toBeLessThan(0.5 * frames[0]!.f);
    });
  },
);

const promising = methodCards.filter(({ promises }) => Object.values(promises).some(Boolean));

describe.each(promising.map((card) => [card.id, card] as const))(
  "%s keeps its promises",
  (_id, card) => {
    const { promises } = card;
    const hasRate = card.parameters.some(({ name }) => name === "learningRate");

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
        const there = turned[Math.min(k, turned.length - 1)]!; // at the bottom rounding decides when to end
        expect(there[0]).toBeCloseTo(expectedX!, 10);
        expect(there[1]).toBeCloseTo(expectedY!, 10);
      });
    });

    promised(promises.scaleInvariant)(
      "a thousand times steeper, the function gives the same path, but for ε and rounding",
      () => {
        const plain = points(card.make(), [-4, 1], 50, bowl([1, 25]));
        const steep = points(card.make(), [-4, 1], 50, bowl([1000, 25_000]));
        plain.forEach((x, k) => {
          x.forEach((xi, i) => {
            const there = steep[Math.min(k, steep.length - 1)]!; // at the bottom rounding decides when to end
            expect(there[i]).toBeCloseTo(xi, 6);
          });
        });
      },
    );

    promised(promises.linear)(
      "a start twice as far stays twice as far on a quadratic, to the bit",
      () => {
        const near = points(card.make(), [-4, 1], 50);
        const far = points(card.make(), [-8, 2], 50);
        expect(far).toEqual(near.map((x) => x.map((xi) => 2 * xi)));
      },
    );

    promised(promises.monotone)(
      hasRate
        ? "with rate 1/L on a convex function, f never rises"
        : "f never rises, whatever the function",
      () => {
        const problems = hasRate
          ? [bowl([1, 25]), bowl([0, 3, 7], 1), chain(20)]
          : everyProblem.map(([, problem]) => problem);
        for (const problem of problems) {
          const method = card.make(hasRate ? { learningRate: 1 / problem.L! } : {});
          const { frames } = run(method, problem, problem.start, { steps: 200 });
          const values = frames.map(({ f }) => f);
          for (let k = 1; k < values.length; k++)
            expect(values[k]! - values[k - 1]!, `${problem.id}, step ${k}`).toBeLessThanOrEqual(
              1e-15 + 1e-13 * Math.abs(values[k - 1]!), // rounding at the bottom
            );
        }
      },
    );

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

    promised(promises.quadraticSteps !== undefined)(
      "it is at the minimum of a convex quadratic after the steps that it promises",
      () => {
        for (const problem of [bowl([1, 25], 0.4), bowl([2, 7, 9], 1), chain(12)]) {
          const steps = promises.quadraticSteps!(problem.dim);
          const { frames } = run(card.make(), problem, problem.start, { steps });
          expect(frames.at(-1)!.gradientMax).toBeLessThanOrEqual(1e-8 * frames[0]!.gradientMax);
        }
      },
    );

    promised(promises.convergesWithin !== undefined)(
      "it reaches a slope of 1e-6 within the steps that it promises",
      () => {
        for (const problem of boundedBelow) {
          const { frames } = run(card.make(), problem, problem.start, {
            steps: promises.convergesWithin!,
            until: ({ gradientMax }) => gradientMax <= 1e-6,
          });
          expect(frames.at(-1)!.gradientMax, problem.id).toBeLessThanOrEqual(1e-6);
        }
      },
    );
  },
);

function points(
  method: Method<State>,
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
