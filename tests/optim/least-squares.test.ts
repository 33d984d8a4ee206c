import {
  checkGradient,
  createOracle,
  gaussNewtonModel,
  type LeastSquares,
  leastSquares,
  numericGradient,
  vec,
} from "@downhill/optim";
import { describe, expect, test } from "vitest";

/** Through (0, 1) and (2, 4): the residuals are straight. */
const line = leastSquares({
  dim: 2,
  residuals: ([a = 0, b = 0]) => vec(a - 1, a + 2 * b - 4),
  jacobian: () => [vec(1, 0), vec(1, 2)],
});

/** Rosenbrock's function as a sum of squares: r = (10(y − x²), 1 − x), times √2 for f without the ½. */
const banana = leastSquares({
  dim: 2,
  residuals: ([x = 0, y = 0]) => vec(Math.SQRT2 * 10 * (y - x * x), Math.SQRT2 * (1 - x)),
  jacobian: ([x = 0]) => [vec(-20 * Math.SQRT2 * x, 10 * Math.SQRT2), vec(-Math.SQRT2, 0)],
});

test("f is half the sum of squares, its gradient Jᵀr", () => {
  expect(line.value(vec(0, 0))).toBe((1 + 16) / 2);
  expect([...line.gradient(vec(0, 0))]).toEqual([-5, -8]);
  expect(banana.value(vec(-1.2, 1))).toBeCloseTo(24.2, 12);
  expect(checkGradient(banana, [-1.2, 1]).ok).toBe(true);
});

test("there is no Hessian unless one is given", () => {
  expect(line.hessian).toBeUndefined();
  const given = leastSquares({ ...line, hessian: () => [vec(2, 2), vec(2, 4)] });
  expect(given.hessian!(vec(0, 0))[1]![1]).toBe(4);
});

describe("the Gauss–Newton model", () => {
  test("has the same f and gradient, and JᵀJ for a Hessian", () => {
    const model = gaussNewtonModel(banana);
    const x = vec(-1.2, 1);
    expect(model.value(x)).toBe(banana.value(x));
    expect(model.gradient(x)).toEqual(banana.gradient(x));
    const [[a, b], [c, d]] = model.hessian!(x) as unknown as [number[], number[]];
    expect(a).toBeCloseTo(800 * 1.44 + 2, 10);
    expect(b).toBeCloseTo(400 * 1.2, 10);
    expect(c).toBe(b);
    expect(d).toBeCloseTo(200, 12);
  });

  test("is the true Hessian where the residuals are straight, or 0", () => {
    const columns = [0, 1].map((i) => numericGradient((x) => line.gradient(x)[i]!, [3, -2]));
    gaussNewtonModel(line).hessian!(vec(3, -2)).forEach((row, i) => {
      row.forEach((entry, j) => {
        expect(entry).toBeCloseTo(columns[i]![j]!, 6);
      });
    });
    // ∇²f of Rosenbrock's function at its minimum.
    const H = gaussNewtonModel(banana).hessian!(vec(1, 1));
    expect(H[0]![0]).toBeCloseTo(802, 10);
    expect(H[0]![1]).toBeCloseTo(-400, 10);
  });

  test("its product with v is JᵀJ v, and what is counted is a Jacobian", () => {
    const oracle = createOracle(gaussNewtonModel(banana));
    const x = vec(-1.2, 1);
    const [hv] = oracle.hv(x, vec(1, -2));
    expect(hv).toBeCloseTo(800 * 1.44 + 2 - 2 * 400 * 1.2, 10);
    oracle.h(x);
    expect(oracle.calls).toEqual({ f: 0, g: 0, h: 1, hv: 1 });
  });

  test("keeps the methods of a class", () => {
    class Fit implements LeastSquares {
      readonly dim = 1;
      readonly target = 3;
      residuals = (x: Float64Array) => vec(x[0]! - this.target);
      jacobian() {
        return [vec(1)];
      }
      value(x: Float64Array) {
        return (x[0]! - this.target) ** 2 / 2;
      }
      gradient(x: Float64Array) {
        return vec(x[0]! - this.target);
      }
    }
    const model = gaussNewtonModel(new Fit());
    expect([model.value(vec(5)), model.gradient(vec(5))[0], model.hessian!(vec(5))[0]![0]]).toEqual(
      [2, 2, 1],
    );
  });
});

describe("bad definitions are named", () => {
  const good = { dim: 1, residuals: () => vec(0), jacobian: () => [vec(1)] };
  test.each([
    [{ ...good, dim: 0 }, RangeError, "leastSquares: dim must be a whole number, 1 or more, got 0"],
    [
      { ...good, residuals: 3 },
      TypeError,
      "leastSquares: residuals must be a function of x, got 3",
    ],
    [
      { ...good, jacobian: undefined },
      TypeError,
      "leastSquares: jacobian must be a function of x, got undefined",
    ],
  ])("%#", (definition, kind, message) => {
    expect(() => leastSquares(definition as never)).toThrow(new kind(message));
  });
});

test.each([
  [() => [vec(1, 0)], "jacobian(x) must have 2 rows, one for each residual, got 1"],
  [
    () => [vec(1, 0), vec(1)],
    "row 1 of jacobian(x) must have 2 numbers, one for each variable, got 1",
  ],
])("a Jacobian of another shape is refused, and not taken for flat", (jacobian, words) => {
  const problem = leastSquares({ dim: 2, residuals: () => vec(1, 2), jacobian });
  expect(() => problem.gradient(vec(0, 0))).toThrow(new RangeError(`leastSquares: ${words}`));
});
