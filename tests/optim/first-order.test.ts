import { createOracle, firstOrder, minimize, momentum, type Objective, run } from "@downhill/optim";
import { bowl } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";

/** A rule that notes the values it is told and goes down by α. */
const curious = (seen: number[], options: object = {}) =>
  firstOrder(
    {
      name: "curious",
      memory: () => ({}),
      update(x, _g, _memory, alpha, _k, value) {
        seen.push(value());
        x[0] = x[0]! - alpha;
      },
    },
    { learningRate: 1, ...options },
  );

describe("a rule that asks for the value", () => {
  // f is 8 at 4 and 2 at 2, and so is ½x².
  const square: Objective = {
    dim: 1,
    value: ([x = 0]) => 0.5 * x * x,
    gradient: ([x = 0]) => Float64Array.of(x),
  };

  test.each([
    [{}, [8, 2]],
    [{ maximize: true }, [-8, -2]],
    [{ weightDecay: 1 }, [16, 4]],
    [{ maximize: true, weightDecay: 2 }, [8, 2]],
  ])(
    "gets f at the point before the step, with the sign and the penalty of %j",
    (options, values) => {
      for (const drive of [run, minimize]) {
        const seen: number[] = [];
        drive(curious(seen, { ...options, learningRate: 2 }), square, [4], { steps: 2 });
        expect(seen).toEqual(values);
      }
    },
  );

  test("has it counted as an evaluation of f", () => {
    const method = curious([]);
    const oracle = createOracle(bowl([1]));
    method.step(oracle, method.init(oracle, Float64Array.of(3)));
    expect(oracle.calls).toEqual({ f: 1, g: 1, h: 0, hv: 0 });
  });
});

describe("the last finite point is kept in place, as in run", () => {
  test("where a velocity carries x out of the numbers long after the gradient was large", () => {
    const cliff: Objective = {
      dim: 1,
      value: () => 0,
      gradient: ([x = 0]) => Float64Array.of(x === 0 ? 1e308 : 0),
    };
    const method = momentum({ learningRate: 1, beta: 0.9 });
    const trace = run(method, cliff, [0]);
    const end = minimize(method, cliff, [0]);
    expect(trace.outcome).toEqual({
      kind: "diverged",
      reason: "x is not finite at step 2",
      step: 2,
    });
    expect(end.outcome).toEqual(trace.outcome);
    expect(end.x).toEqual(Float64Array.of(-1e308));
  });

  test("where a rule says that it is fragile", () => {
    const rule = {
      name: "quotient",
      memory: () => ({}),
      fragile: true,
      update: (x: Float64Array, g: Float64Array) => x.fill(x[0]! - g[0]! / Math.abs(g[0]!)),
    };
    const steps: Objective = {
      dim: 1,
      value: ([x = 0]) => Math.max(0, x),
      gradient: ([x = 0]) => Float64Array.of(x > 0 ? 1 : 0),
    };
    const end = minimize(firstOrder(rule, { learningRate: 1 }), steps, [2]);
    expect(end.outcome).toEqual({ kind: "diverged", reason: "x is not finite at step 3", step: 3 });
    expect(end.x).toEqual(Float64Array.of(0));
  });

  test("where the rate alone is out of all bounds", () => {
    const rule = {
      name: "sign",
      memory: () => ({}),
      update: (x: Float64Array, _g: Float64Array, _memory: object, alpha: number) =>
        x.fill(x[0]! - alpha),
    };
    const slope: Objective = { dim: 1, value: () => 0, gradient: () => Float64Array.of(1e-200) };
    const end = minimize(firstOrder(rule, { learningRate: 1e308 }), slope, [0]);
    expect(end.outcome).toEqual({ kind: "diverged", reason: "x is not finite at step 2", step: 2 });
    expect(end.x).toEqual(Float64Array.of(-1e308));
  });
});
