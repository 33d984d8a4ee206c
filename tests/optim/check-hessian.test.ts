import { checkHessian, numericHessian, objectiveFrom } from "@downhill/optim";
import { brownBadlyScaled, chainedRosenbrock, rosenbrock } from "@downhill/optim/problems";
import { expect, test } from "vitest";

test("differences of a gradient are right to about ten digits, those of f to seven", () => {
  const x = [-1.2, 1, 0.5];
  const problem = chainedRosenbrock(3);
  const exact = problem.hessian(Float64Array.from(x));
  const worst = (H: readonly Float64Array[]) =>
    Math.max(...H.flatMap((row, i) => [...row].map((h, j) => Math.abs(h - exact[i]![j]!))));
  expect(worst(numericHessian(problem, x))).toBeLessThan(1330 * 1e-9);
  expect(worst(numericHessian((at) => problem.value(at), x))).toBeLessThan(1330 * 1e-6);
});

test("both are symmetric, exact on quadratics but for rounding, and leave x alone", () => {
  const f = ([x = 0, y = 0]: Float64Array) => x * x + 3 * x * y - y * y;
  const gradient = ([x = 0, y = 0]: Float64Array) => Float64Array.of(2 * x + 3 * y, 3 * x - 2 * y);
  const x = Float64Array.of(1, 2);
  for (const H of [numericHessian(f, x, 0.5), numericHessian({ gradient }, x, 0.5)])
    expect(H).toEqual([Float64Array.of(2, 3), Float64Array.of(3, -2)]);
  expect(x).toEqual(Float64Array.of(1, 2));
});

test("differences of a gradient cost 2n gradients, those of f 2n² + 1 values", () => {
  let calls = 0;
  const count = <T>(value: T): T => {
    calls++;
    return value;
  };
  numericHessian({ gradient: (x) => count(x) }, [1, 2, 3, 4]);
  expect(calls).toBe(8);
  calls = 0;
  numericHessian(() => count(1), [1, 2, 3, 4]);
  expect(calls).toBe(33);
});

test("a step that is not above 0 is refused", () => {
  expect(() => numericHessian(() => 0, [1], 0)).toThrow(
    new RangeError("numericHessian: h must be above 0, got 0"),
  );
});

test("checkHessian accepts a right Hessian and points at a wrong entry", () => {
  expect(checkHessian(rosenbrock, [-1.2, 1])).toMatchObject({
    ok: true,
    error: expect.any(Number),
  });
  const wrong = {
    ...rosenbrock,
    hessian: () => [Float64Array.of(1330, 480), Float64Array.of(479, 200)],
  };
  expect(checkHessian(wrong, [-1.2, 1])).toMatchObject({ ok: false, entry: [1, 0] });
});

test("it checks products where there is no matrix", () => {
  const formula = objectiveFrom((x, y) => x.times(y).exp(), 2);
  const { hessian: _, ...products } = formula;
  expect(checkHessian(products, [0.3, 0.4])).toMatchObject({ ok: true });
  const wrong = { ...products, hessianVector: (_x: Float64Array, v: Float64Array) => v };
  expect(checkHessian(wrong, [0.3, 0.4]).ok).toBe(false);
});

test("it rejects NaN and a matrix of another size", () => {
  const say = (...rows: number[][]) => ({
    ...rosenbrock,
    hessian: () => rows.map((row) => Float64Array.from(row)),
  });
  expect(checkHessian(say([1330, 480], [480, Number.NaN]), [-1.2, 1])).toMatchObject({
    ok: false,
    entry: [1, 1],
  });
  expect(checkHessian(say([1330]), [-1.2, 1]).ok).toBe(false);
  expect(checkHessian(say([1330, 480], [480, 200, 0]), [-1.2, 1]).ok).toBe(false);
  expect(checkHessian(say([1330, 480], [480, 200], [0, 0]), [-1.2, 1]).ok).toBe(false);
});

test("rounding of a huge gradient is not called an error, and hides none larger than itself", () => {
  expect(checkHessian(brownBadlyScaled, [1, 1]).ok).toBe(true);
  const wrong = {
    ...brownBadlyScaled,
    hessian: () => [Float64Array.of(4.1, 0), Float64Array.of(0, 4)],
  };
  expect(checkHessian(wrong, [1, 1])).toMatchObject({ ok: false, entry: [0, 0] });
});

test("an objective of first order cannot be checked", () => {
  const { hessian: _, ...first } = rosenbrock;
  expect(() => checkHessian(first, [1, 1])).toThrow(
    new TypeError(
      "checkHessian: this objective has no second derivatives. Give it a hessian(x) or a hessianVector(x, v)",
    ),
  );
});
