import {
  type Calls,
  gradientDescent,
  iterate,
  type Method,
  methodCards,
  minimize,
  momentum,
  mulberry32,
  nesterov,
  type Objective,
  type Outcome,
  run,
  type State,
  type Vec,
} from "@downhill/optim";
import { bowl, type Problem } from "@downhill/optim/problems";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../check-property.ts";

/** A random quadratic and a start: few or many variables, curvatures over four decades. */
const quadraticOf = (largest: number) =>
  fc
    .record({ dim: fc.integer({ min: 1, max: largest }), seed: fc.nat(), turned: fc.boolean() })
    .map(({ dim, seed, turned }) => {
      const rng = mulberry32(seed);
      const lambdas = Array.from({ length: dim }, () => 10 ** (4 * rng() - 2));
      const start = Array.from({ length: dim }, () => 10 * rng() - 5);
      return { problem: bowl(lambdas, turned && dim > 1 ? 6 * rng() : 0), start };
    });

/**
 * Any method of the catalogue on a quadratic; with a learning rate, one between tame and far too
 * large. Methods that decompose n × n matrices at every step get fewer variables.
 */
const anyRun = fc.constantFrom(...methodCards).chain((card) =>
  fc
    .record({
      learningRate: fc.double({ min: 1e-4, max: 0.5, noNaN: true }),
      quadratic: quadraticOf(card.family === "matrix" ? 8 : 200),
    })
    .map(({ learningRate, quadratic }) => ({ method: card.make({ learningRate }), ...quadratic })),
);

const STEPS = 10;
const KINDS: readonly (keyof Calls)[] = ["f", "g", "h", "hv"];

describe("every method on random quadratics of 1 to 200 variables", () => {
  test("frames count up by 1 from the start, hold n finite numbers, and calls never fall", () => {
    check(
      fc.property(anyRun, ({ method, problem, start }) => {
        const { frames, outcome } = run(method, problem, start, { steps: STEPS });
        expect(frames.map(({ k }) => k)).toEqual([...frames.keys()]);
        expect(Array.from(frames[0]!.x)).toEqual(start);
        for (const { x, f, gradientNorm, gradientMax, state } of frames) {
          expect(x.length).toBe(problem.dim);
          expect(x.every(Number.isFinite)).toBe(true);
          expect([f, gradientNorm, gradientMax].every(Number.isFinite)).toBe(true);
          expect(gradientMax).toBeLessThanOrEqual(gradientNorm);
          expect(state.x).toBe(x);
        }
        for (let k = 1; k < frames.length; k++)
          for (const kind of KINDS)
            expect(frames[k]!.calls[kind]).toBeGreaterThanOrEqual(frames[k - 1]!.calls[kind]);
        expect(endOf(outcome)).toBe(outcome.kind === "budget" ? undefined : frames.length);
        if (outcome.kind === "budget") expect(frames.length).toBe(STEPS + 1);
      }),
    );
  });

  test("iterate yields the frames of run and returns its outcome", () => {
    check(
      fc.property(anyRun, ({ method, problem, start }) => {
        const trace = run(method, problem, start, { steps: STEPS });
        const frames = iterate(method, problem, start, { steps: STEPS });
        for (const frame of trace.frames) expect(frames.next().value).toEqual(frame);
        expect(frames.next()).toEqual({ done: true, value: trace.outcome });
      }),
    );
  });

  test("minimize ends where run ends, bit for bit", () => {
    check(
      fc.property(anyRun, ({ method, problem, start }) => {
        const { frames, outcome } = run(method, problem, start, { steps: STEPS });
        fc.pre(outcome.kind !== "diverged"); // that minimize may notice a step later
        const { x, f, gradientNorm, k } = frames.at(-1)!;
        const end = minimize(method, problem, start, { steps: STEPS });
        expect(end).toEqual({ x, f, gradientNorm, k, outcome });
      }),
    );
  });

  test("the start and what the objective is asked at are never changed", () => {
    check(
      fc.property(anyRun, ({ method, problem, start }) => {
        const before = [...start];
        const asked: (readonly [Vec, Vec])[] = [];
        const watched: Objective = {
          ...problem,
          gradient(x) {
            asked.push([x, Float64Array.from(x)]);
            return problem.gradient(x);
          },
        };
        run(method, watched, start, { steps: STEPS });
        expect(start).toEqual(before);
        for (const [x, then] of asked) expect(x).toEqual(then);
      }),
    );
  });

  test("more steps only add frames", () => {
    check(
      fc.property(anyRun, fc.nat(STEPS), ({ method, problem, start }, steps) => {
        const long = run(method, problem, start, { steps: STEPS });
        const short = run(method, problem, start, { steps });
        expect(short.frames).toEqual(long.frames.slice(0, steps + 1));
      }),
    );
  });

  test("a start of another length is refused by every driver, with both numbers", () => {
    check(
      fc.property(anyRun, fc.nat(250), ({ method, problem }, length) => {
        fc.pre(length !== problem.dim);
        const start = Array(length).fill(1);
        for (const [name, drive] of [
          ["run", () => run(method, problem, start)],
          ["run", () => iterate(method, problem, start).next()],
          ["minimize", () => minimize(method, problem, start)],
        ] as const)
          expect(drive).toThrow(
            new RangeError(
              `${name}: x0 must have ${problem.dim} coordinates, as many as the objective has variables, got ${length}`,
            ),
          );
      }),
    );
  });
});

describe("a gradient that is not finite at one step", () => {
  const classics: readonly Method<State>[] = [
    gradientDescent({ learningRate: 0.01 }),
    momentum({ learningRate: 0.01 }),
    momentum({ learningRate: 0.01, convention: "classical" }),
    momentum({ learningRate: 0.01, convention: "ewa", biasCorrection: true }),
    nesterov({ learningRate: 0.01 }),
    nesterov({ learningRate: 0.01, form: "sutskever" }),
    nesterov({ learningRate: 0.01, form: "pytorch" }),
    nesterov({ learningRate: 0.01, form: "two-sequence" }),
  ];

  const trap = fc.record({
    method: fc.constantFrom(...classics),
    quadratic: quadraticOf(200),
    step: fc.integer({ min: 1, max: 10 }),
    bad: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
    place: fc.nat(),
    inPlace: fc.boolean(),
  });

  /** The problem, whose sample of one step has a bad entry in its gradient. */
  const trapped = (
    problem: Problem,
    step: number,
    bad: number,
    place: number,
    inPlace: boolean,
  ) => {
    const { gradientInto, ...plain } = problem;
    const spoilt = (g: Vec) => {
      g[place % problem.dim] = bad;
      return g;
    };
    const sample: Objective = {
      ...plain,
      gradient: (x) => spoilt(problem.gradient(x)),
      ...(inPlace && {
        gradientInto(x: Vec, out: Vec) {
          gradientInto(x, out);
          spoilt(out);
        },
      }),
    };
    return { ...plain, at: (k: number) => (k === step ? sample : inPlace ? problem : plain) };
  };

  const outcomeAt = (step: number): Outcome => ({
    kind: "diverged",
    reason: `the gradient is not finite at step ${step}`,
    step,
  });

  test("ends run as diverged at that step, and leaves the last frame as it was", () => {
    check(
      fc.property(trap, ({ method, quadratic: { problem, start }, step, bad, place, inPlace }) => {
        const objective = trapped(problem, step, bad, place, inPlace);
        const frames = iterate(method, objective, start, { steps: 20 });
        const seen: State[] = [];
        const copies: State[] = [];
        let next = frames.next();
        for (; !next.done; next = frames.next()) {
          seen.push(next.value.state);
          copies.push(structuredClone(next.value.state));
        }
        expect(next.value).toEqual(outcomeAt(step));
        expect(seen).toEqual(copies);
        const clean = run(method, problem, start, { steps: step - 1 });
        expect(seen).toEqual(clean.frames.map(({ state }) => state));
      }),
    );
  });

  test("ends minimize in the same way, at the last finite point", () => {
    check(
      fc.property(trap, ({ method, quadratic: { problem, start }, step, bad, place, inPlace }) => {
        const objective = trapped(problem, step, bad, place, inPlace);
        const end = minimize(method, objective, start, { steps: 20 });
        const clean = run(method, problem, start, { steps: step - 1 }).frames.at(-1)!;
        expect(end).toEqual({
          x: clean.x,
          f: clean.f,
          gradientNorm: clean.gradientNorm,
          k: step - 1,
          outcome: outcomeAt(step),
        });
      }),
    );
  });
});

/** The step at which a run ended early. */
function endOf(outcome: Outcome): number | undefined {
  return "step" in outcome ? outcome.step : undefined;
}
