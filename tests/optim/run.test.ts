import {
  gradientDescent,
  iterate,
  type Method,
  momentum,
  type Objective,
  run,
  type State,
} from "@downhill/optim";
import { bowl, doubleWell1d } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";

const ravine = bowl([1, 25]);
const descent = gradientDescent({ learningRate: 0.04 });

test("frame 0 is the start, and each step adds a frame", () => {
  const { method, frames } = run(descent, ravine, [-4, 1], { steps: 3 });
  expect(method).toBe("gradientDescent");
  expect(frames.map(({ k }) => k)).toEqual([0, 1, 2, 3]);
  expect(frames[0]!.x).toEqual(Float64Array.of(-4, 1));
  expect(frames[0]!.f).toBe(20.5);
  expect(frames[0]!.gradientNorm).toBeCloseTo(Math.hypot(4, 25), 13);
  expect(frames[0]!.stepLength).toBeUndefined();
  expect(frames[1]!.stepLength).toBe(0.04);
});

test("a frame holds the method's whole state, such as momentum's velocity", () => {
  const { frames } = run(momentum({ learningRate: 0.04 }), ravine, [-4, 1], { steps: 1 });
  expect(frames[0]!.state.v).toEqual(Float64Array.of(0, 0));
  expect(frames[1]!.state.v).toEqual(Float64Array.of(-4, 25));
  expect(frames[1]!.x).toBe(frames[1]!.state.x);
});

test("calls counts what the method has evaluated, not what the frames show", () => {
  const { frames } = run(descent, ravine, [-4, 1], { steps: 3 });
  expect(frames.map(({ calls }) => calls.g)).toEqual([0, 1, 2, 3]);
  expect(frames.at(-1)!.calls.f).toBe(0);
});

test("iterate yields the same frames one by one, and returns the outcome", () => {
  const frames = iterate(descent, ravine, [-4, 1], { steps: 2 });
  const seen = [frames.next(), frames.next(), frames.next(), frames.next()];
  const trace = run(descent, ravine, [-4, 1], { steps: 2 });
  expect(seen.slice(0, 3).map(({ value }) => value)).toEqual(trace.frames);
  expect(seen[3]).toEqual({ done: true, value: trace.outcome });
});

test("the start is copied: changing it later changes no frame", () => {
  const start = Float64Array.of(-4, 1);
  const { frames } = run(descent, ravine, start, { steps: 1 });
  start[0] = 99;
  expect(frames[0]!.x[0]).toBe(-4);
});

describe("a run ends", () => {
  test("when its steps are used up, 1000 if nobody says", () => {
    const trace = run(gradientDescent({ learningRate: 0 }), ravine, [-4, 1]);
    expect(trace.outcome).toEqual({ kind: "budget", by: "steps" });
    expect(trace.frames.length).toBe(1001);
  });

  test("when until holds, at the start too", () => {
    const trace = run(descent, ravine, [-4, 1], { until: ({ f }) => f < 1 });
    expect(trace.outcome).toEqual({ kind: "converged", by: "until" });
    expect(trace.frames.at(-1)!.f).toBeLessThan(1);
    expect(trace.frames.at(-2)!.f).toBeGreaterThanOrEqual(1);
    expect(run(descent, ravine, [-4, 1], { until: () => true }).frames.length).toBe(1);
  });

  test("when the gradient is no longer than gradientTolerance", () => {
    const trace = run(descent, ravine, [-4, 1], { gradientTolerance: 1e-3 });
    expect(trace.outcome).toEqual({ kind: "converged", by: "gradientTolerance" });
    expect(trace.frames.at(-1)!.gradientNorm).toBeLessThanOrEqual(1e-3);
    expect(trace.frames.at(-2)!.gradientNorm).toBeGreaterThan(1e-3);
    const settled = run(descent, ravine, [0, 0], { gradientTolerance: 0 });
    expect(settled.outcome).toEqual({ kind: "converged", by: "gradientTolerance" });
    expect(settled.frames.length).toBe(1);
  });

  test("when a method says that it is stalled, with its words", () => {
    const stuck: Method<State> = {
      name: "stuck",
      order: 0,
      init: (_oracle, x) => ({ k: 0, x }),
      step: (_oracle, state) =>
        state.k < 2 ? { ...state, k: state.k + 1 } : { ...state, stalled: "nowhere to go" },
    };
    const trace = run(stuck, ravine, [-4, 1]);
    expect(trace.outcome).toEqual({ kind: "stalled", reason: "nowhere to go", step: 3 });
    expect(trace.frames.length).toBe(3);
  });
});

describe("bad numerics are the outcome diverged, never an exception", () => {
  test("a rate that is far too large: the last frame is the last finite one", () => {
    const trace = run(momentum({ learningRate: 3 }), doubleWell1d, [2]);
    expect(trace.outcome).toEqual({
      kind: "diverged",
      reason: "f(x) is not finite at step 5",
      step: 5,
    });
    expect(trace.frames.length).toBe(5);
    expect(Number.isFinite(trace.frames.at(-1)!.f)).toBe(true);
  });

  /** f is fine until the point reaches 0.5; from there its gradient is `bad`. */
  const trap = (bad: number): Objective => ({
    dim: 1,
    value: ([x = 0]) => x,
    gradient: ([x = 0]) => Float64Array.of(x <= 0.5 ? bad : 1),
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    "a gradient of %d ends the run at its step and leaves the states before it untouched",
    (bad) => {
      const method = momentum({ learningRate: 0.25, beta: 0 });
      const frames = [];
      const copies = [];
      const steps = iterate(method, trap(bad), [1]);
      let next = steps.next();
      for (; !next.done; next = steps.next()) {
        frames.push(next.value);
        copies.push(structuredClone(next.value.state));
      }
      expect(next.value).toEqual({
        kind: "diverged",
        reason: "the gradient is not finite at step 2",
        step: 2,
      });
      expect(frames.map(({ x }) => x[0])).toEqual([1, 0.75]);
      expect(frames.map(({ state }) => state)).toEqual(copies);
    },
  );

  test("a point that is not finite is named as such", () => {
    const cliff: Objective = { dim: 1, value: () => 0, gradient: () => Float64Array.of(1e308) };
    const trace = run(gradientDescent({ learningRate: 10 }), cliff, [0]);
    expect(trace.outcome).toEqual({
      kind: "diverged",
      reason: "x is not finite at step 1",
      step: 1,
    });
  });

  test("where already the start has no value, frame 0 is still there", () => {
    const nowhere: Objective = { dim: 1, value: () => Number.NaN, gradient: (x) => x };
    const trace = run(descent, nowhere, [1]);
    expect(trace.outcome).toEqual({
      kind: "diverged",
      reason: "f(x) is not finite at step 0",
      step: 0,
    });
    expect(trace.frames.length).toBe(1);
  });

  test("huge and tiny numbers that are finite are not divergence", () => {
    const tilted: Objective = {
      dim: 1,
      value: ([x = 0]) => x,
      gradient: () => Float64Array.of(1e200),
    };
    const trace = run(gradientDescent({ learningRate: 1 }), tilted, [0], { steps: 3 });
    expect(trace.outcome.kind).toBe("budget");
    expect(trace.frames.at(-1)!.gradientNorm).toBe(1e200);
  });
});

describe("bad arguments are named, with what came and what to do", () => {
  test.each([
    [
      [1],
      RangeError,
      "run: x0 must have 2 coordinates, as many as the objective has variables, got 1",
    ],
    [
      [1, Number.NaN],
      RangeError,
      "run: every coordinate of x0 must be a finite number, got NaN at index 1",
    ],
    [
      ["1", 2],
      TypeError,
      'run: every coordinate of x0 must be a finite number, got "1" at index 0',
    ],
    [3, TypeError, "run: x0 must be an array of 2 numbers or a Float64Array, got 3"],
    [
      Float32Array.of(1, 2),
      TypeError,
      "run: x0 must be an array of 2 numbers or a Float64Array, got Float32Array",
    ],
    [
      undefined,
      TypeError,
      "run: x0 must be an array of 2 numbers or a Float64Array, got undefined",
    ],
  ])("start %j", (x0, kind, message) => {
    expect(() => run(descent, ravine, x0 as never)).toThrow(new kind(message));
  });

  test.each([
    [{ steps: -1 }, RangeError, "run: steps must be a whole number, 0 or more, got -1"],
    [{ steps: 1.5 }, RangeError, "run: steps must be a whole number, 0 or more, got 1.5"],
    [{ steps: Number.NaN }, RangeError, "run: steps must be a whole number, 0 or more, got NaN"],
    [{ gradientTolerance: -1 }, RangeError, "run: gradientTolerance must be in [0, ∞), got -1"],
    [
      { iterations: 5 },
      TypeError,
      'run: there is no option "iterations". The options are steps, until, gradientTolerance',
    ],
    [5, TypeError, "run: options must be an object such as { steps: … }, got 5"],
  ])("options %j", (options, kind, message) => {
    expect(() => run(descent, ravine, [-4, 1], options as never)).toThrow(new kind(message));
  });
});
