import {
  choiceOf,
  integerRange,
  linearRange,
  logRange,
  mulberry32,
  searchSpace,
} from "@downhill/optim";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../check-property.ts";

fc.configureGlobal({ seed: 1 });

const space = searchSpace({
  learningRate: logRange(1e-4, 1),
  beta: linearRange(0, 0.9),
  layers: integerRange(1, 3),
  nesterov: choiceOf([false, true]),
});

test("a sample takes one number per parameter, in the order of the names", () => {
  const values = space.sample(mulberry32(42));
  // 0.6011…, 0.4482…, 0.8524… and 0.6697… are the first four numbers of seed 42.
  expect(values.learningRate).toBeCloseTo(10 ** (4 * 0.6011037519201636 - 4), 14);
  expect(values.beta).toBeCloseTo(0.9 * 0.44829055899754167, 14);
  expect([values.layers, values.nesterov]).toEqual([3, true]);
  const rng = mulberry32(42);
  space.sample(rng);
  const skipped = mulberry32(42);
  for (let i = 0; i < space.names.length; i++) skipped();
  expect(rng()).toBe(skipped());
});

test("values and points of the unit cube correspond, axis by axis", () => {
  expect(space.names).toEqual(["learningRate", "beta", "layers", "nesterov"]);
  const values = { learningRate: 1e-2, beta: 0.45, layers: 2, nesterov: true };
  const u = space.toUnit(values);
  expect(Array.from(u, (ui) => Number(ui.toFixed(12)))).toEqual([0.5, 0.5, 0.5, 0.75]);
  const back = space.fromUnit(u);
  expect(back.learningRate).toBeCloseTo(1e-2, 15);
  expect(back).toEqual({ ...values, learningRate: back.learningRate });
  expect(space.features(values).length).toBe(5); // one axis for each of two options
});

test("every sample is inside, and comes back from the cube", () => {
  check(
    fc.property(fc.integer(), (seed) => {
      const values = space.sample(mulberry32(seed));
      expect(space.check("test", values)).toBe(values);
      const back = space.fromUnit(space.toUnit(values));
      expect(back).toMatchObject({ layers: values.layers, nesterov: values.nesterov });
      expect(Math.abs(back.beta - values.beta)).toBeLessThan(1e-14);
    }),
  );
});

describe("a grid", () => {
  test("has as many settings as the product of its counts, all different and inside", () => {
    check(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom("ends" as const, "midpoints" as const),
        (learningRate, beta, layers, placement) => {
          const grid = space.grid({ learningRate, beta, layers }, placement);
          expect(grid.length).toBe(learningRate * beta * Math.min(layers, 3) * 2);
          expect(new Set(grid.map((values) => JSON.stringify(values))).size).toBe(grid.length);
          for (const values of grid) space.check("test", values);
        },
      ),
    );
  });

  test("goes from end to end, or through the middles of equal shares", () => {
    const line = searchSpace({ x: linearRange(0, 6) });
    const xs = (points: number, placement?: "ends" | "midpoints") =>
      line.grid(points, placement).map(({ x }) => x);
    expect(xs(4)).toEqual([0, 2, 4, 6]);
    expect(xs(3, "midpoints")).toEqual([1, 3, 5]);
    expect([xs(1), xs(1, "midpoints")]).toEqual([[3], [3]]);
  });

  test("is made of powers of ten on a logarithmic range", () => {
    const rates = searchSpace({ rate: logRange(1e-3, 1) }).grid(4);
    rates.forEach(({ rate }, i) => {
      expect(rate / 10 ** (i - 3)).toBeCloseTo(1, 14);
    });
  });

  test("changes the last parameter fastest", () => {
    const plane = searchSpace({ x: linearRange(0, 1), y: choiceOf(["a", "b"]) });
    expect(plane.grid(2)).toEqual([
      { x: 0, y: "a" },
      { x: 0, y: "b" },
      { x: 1, y: "a" },
      { x: 1, y: "b" },
    ]);
  });
});

describe("bad arguments are named, with what came and what to do", () => {
  const fine = { learningRate: 0.1, beta: 0.5, layers: 2, nesterov: false };
  test.each([
    [{ ...fine, learningRate: 3 }, RangeError, "tune: learningRate must be in [0.0001, 1], got 3"],
    [
      { ...fine, learningRate: Number.NaN },
      RangeError,
      "tune: learningRate must be in [0.0001, 1], got NaN",
    ],
    [{ ...fine, beta: "0.5" }, RangeError, 'tune: beta must be in [0, 0.9], got "0.5"'],
    [
      { ...fine, layers: 1.5 },
      RangeError,
      "tune: layers must be a whole number in [1, 3], got 1.5",
    ],
    [
      { ...fine, nesterov: "no" },
      RangeError,
      'tune: nesterov must be one of false, true, got "no"',
    ],
    [
      { learningRate: 0.1, beta: 0.5, nesterov: true },
      RangeError,
      "tune: layers must be a whole number in [1, 3], got undefined",
    ],
    [
      { ...fine, lr: 0.1 },
      TypeError,
      'tune: there is no parameter "lr". The parameters are learningRate, beta, layers, nesterov',
    ],
    [null, TypeError, "tune: values must be an object such as { learningRate: … }, got null"],
  ])("values %j", (values, kind, message) => {
    expect(() => space.check("tune", values)).toThrow(new kind(message));
  });

  test.each([
    [
      () => searchSpace({}),
      TypeError,
      "searchSpace: ranges must be an object such as { learningRate: logRange(1e-4, 1) }, got an empty object",
    ],
    [
      () => searchSpace({ x: [0, 1] } as never),
      TypeError,
      "searchSpace: x must be a linearRange, logRange, integerRange or choiceOf, got a list",
    ],
    [
      () => space.grid({ learningRate: 3, beta: 2 }),
      TypeError,
      "grid: the number of points for layers must be a whole number, got undefined",
    ],
    [
      () => space.grid(0),
      RangeError,
      "grid: the number of points for learningRate must be a whole number, 1 or more, got 0",
    ],
    [
      () => space.grid(2, "centres" as never),
      RangeError,
      'grid: placement must be one of "ends", "midpoints", got "centres"',
    ],
  ] as const)("%s", (make, kind, message) => {
    expect(make).toThrow(new kind(message));
  });
});
