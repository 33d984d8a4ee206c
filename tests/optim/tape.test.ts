import {
  type Differentiable,
  grad,
  hessian,
  hessianVector,
  objectiveFrom,
  type Variable,
} from "@downhill/optim";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../check-property.ts";
import { formulasOnTape } from "./formulas-on-tape.ts";

/** Points within 2 of the origin, but not near the axes, where y/x in the helical valley cancels. */
const pointOf = (n: number) =>
  fc.array(
    fc.double({ min: -2, max: 2, noNaN: true }).filter((t) => Math.abs(t) > 0.1),
    {
      minLength: n,
      maxLength: n,
    },
  );

const largest = (numbers: ArrayLike<number>) => Math.max(...Array.from(numbers, Math.abs));

describe.each(formulasOnTape.map(([problem, formula]) => [problem.id, problem, formula] as const))(
  "%s",
  (_id, problem, formula) => {
    const onTape = objectiveFrom(formula, problem.dim);

    test("has on the tape its analytic f, gradient and Hessian to a few 1e-15", () => {
      check(
        fc.property(pointOf(problem.dim), (point) => {
          const x = Float64Array.from(point);
          const H = problem.hessian(x);
          const g = problem.gradient(x);
          const f = problem.value(x);
          // Terms may cancel: what they are of shows in the next higher derivative.
          const bend = Math.max(...H.map(largest));
          const slope = largest(g) + bend;
          const close = (ours: number, theirs: number, size: number): void =>
            expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(4e-15 * size);
          close(onTape.value(x), f, Math.abs(f) + slope);
          onTape.gradient(x).forEach((gi, i) => {
            close(gi, g[i]!, slope);
          });
          onTape.hessian!(x).forEach((row, i) => {
            row.forEach((h, j) => {
              close(h, H[i]![j]!, slope);
            });
          });
        }),
        { numRuns: 50 },
      );
    });

    test("has products with the Hessian that are the Hessian's", () => {
      check(
        fc.property(pointOf(problem.dim), pointOf(problem.dim), (x, v) => {
          const H = hessian(formula)(x);
          const slope = largest(problem.gradient(Float64Array.from(x)));
          const size = (slope + Math.max(...H.map(largest))) * largest(v) * problem.dim;
          hessianVector(formula)(x, v).forEach((entry, i) => {
            const expected = H[i]!.reduce((total, h, j) => total + h * v[j]!, 0);
            expect(Math.abs(entry - expected)).toBeLessThanOrEqual(4e-15 * size);
          });
          H.forEach((row, i) => {
            row.forEach((h, j) => {
              expect(h).toBe(H[j]![i]);
            });
          });
        }),
        { numRuns: 20 },
      );
    });
  },
);

/** Each method at a, with its first and second derivative by hand. */
const byHand: readonly (readonly [
  name: string,
  f: Differentiable,
  slope: (a: number) => number,
  bend: (a: number) => number,
])[] = [
  ["sqrt", (a) => a.sqrt(), (a) => 1 / (2 * Math.sqrt(a)), (a) => -1 / (4 * a ** 1.5)],
  ["exp", (a) => a.exp(), Math.exp, Math.exp],
  ["log", (a) => a.log(), (a) => 1 / a, (a) => -1 / a ** 2],
  ["sin", (a) => a.sin(), Math.cos, (a) => -Math.sin(a)],
  ["cos", (a) => a.cos(), (a) => -Math.sin(a), (a) => -Math.cos(a)],
  [
    "tanh",
    (a) => a.tanh(),
    (a) => Math.cosh(a) ** -2,
    (a) => -2 * Math.tanh(a) * Math.cosh(a) ** -2,
  ],
  ["abs", (a) => a.abs(), Math.sign, () => 0],
  ["power(2.5)", (a) => a.power(2.5), (a) => 2.5 * a ** 1.5, (a) => 3.75 * a ** 0.5],
  ["power(-1)", (a) => a.power(-1), (a) => -1 / a ** 2, (a) => 2 / a ** 3],
  [
    "power of itself",
    (a) => a.power(a),
    (a) => a ** a * (Math.log(a) + 1),
    (a) => a ** a * ((Math.log(a) + 1) ** 2 + 1 / a),
  ],
  ["1 over", (a) => a.power(0).over(a), (a) => -1 / a ** 2, (a) => 2 / a ** 3],
  ["over itself plus 1", (a) => a.over(a.plus(1)), (a) => (a + 1) ** -2, (a) => -2 * (a + 1) ** -3],
  ["times itself", (a) => a.times(a), (a) => 2 * a, () => 2],
  ["minus its square", (a) => a.minus(a.squared()), (a) => 1 - 2 * a, () => -2],
  ["max(1)", (a) => a.max(1), (a) => (a > 1 ? 1 : 0), () => 0],
];

test.each(byHand)("%s has the slope and the bend of the textbook", (_name, f, slope, bend) => {
  for (const a of [0.3, 1, 2.7]) {
    const close = (ours: number, theirs: number): void =>
      expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(2e-15 * Math.max(1, Math.abs(theirs)));
    close(grad(f)([a])[0]!, slope(a));
    close(hessian(f)([a])[0]![0]!, bend(a));
  }
});

test("a square, a cube and a constant have no trouble at 0", () => {
  expect(grad((a) => a.power(2))([0])).toEqual(Float64Array.of(0));
  expect(hessian((a) => a.power(2))([0])).toEqual([Float64Array.of(2)]);
  expect(hessian((a) => a.power(1))([0])).toEqual([Float64Array.of(0)]);
  expect(hessian((a) => a.power(0))([0])).toEqual([Float64Array.of(0)]);
  expect(hessian((a) => a.power(3))([0])).toEqual([Float64Array.of(0)]);
});

test("at a kink abs has slope 0, and max that of its argument", () => {
  expect(grad((a) => a.abs())([0])).toEqual(Float64Array.of(0));
  expect(grad((a) => a.max(0))([0])).toEqual(Float64Array.of(0));
  expect(grad((a, b) => a.max(b))([1, 1])).toEqual(Float64Array.of(0, 1));
});

test("a branch that does not count passes nothing on, not even 0 times infinity", () => {
  const f: Differentiable = (a) => a.sqrt().max(1); // √a is infinitely steep at 0
  expect(grad(f)([0])).toEqual(Float64Array.of(0));
  expect(hessian(f)([0])).toEqual([Float64Array.of(0)]);
});

test("NaN is not hidden by max, on either side", () => {
  const log: Differentiable = (a, b) => a.log().max(b);
  const value = (f: Differentiable, x: number[]) => objectiveFrom(f, 2).value(Float64Array.from(x));
  expect(value(log, [-1, 2])).toBeNaN();
  expect(value((a, b) => b.max(a.log()), [-1, 2])).toBeNaN();
});

test("a variable that f does not use has slope 0", () => {
  expect(grad((_a, b) => b.exp())([5, 0])).toEqual(Float64Array.of(0, 1));
});

test("a thousand variables cost one pass: the tape has one line for each operation", () => {
  const lines: number[] = [];
  const f: Differentiable = (...x) => {
    const y = x.reduce((total: Variable, xi) => total.plus(xi.squared()), x[0]!);
    lines.push(y.tape.length);
    return y;
  };
  const x = Float64Array.from({ length: 1000 }, (_, i) => i);
  expect(grad(f)(x)[7]).toBe(14);
  expect(lines).toEqual([3000]);
});

test("evaluating twice gives the same, and leaves the point as it was", () => {
  const f: Differentiable = (x, y) => x.times(y).exp();
  const [g, x] = [grad(f), Float64Array.of(0.3, -2)];
  expect(g(x)).toEqual(g(x));
  expect(x).toEqual(Float64Array.of(0.3, -2));
});

test("what cannot be differentiated is said", () => {
  const product = ((x: number, y: number) => x * y) as unknown as Differentiable;
  expect(() => grad(product)([1, 2])).toThrow(
    new TypeError("Variable: + − * / forget the variable. Write x.times(y) for x * y"),
  );
  const five = (() => 5) as unknown as Differentiable;
  expect(() => grad(five)([1])).toThrow(
    new TypeError("grad: f must return a Variable such as x.times(y), got 5"),
  );
  expect(() => objectiveFrom(five, 1).value(Float64Array.of(1))).toThrow(
    new TypeError("objectiveFrom: f must return a Variable such as x.times(y), got 5"),
  );
  expect(() => objectiveFrom((x) => x, 0)).toThrow(
    new RangeError("objectiveFrom: dim must be a whole number, 1 or more, got 0"),
  );
  expect(() => objectiveFrom("x" as never, 1)).toThrow(
    new TypeError('objectiveFrom: f must be a function of variables, got "x"'),
  );
});
