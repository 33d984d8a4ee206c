import {
  checkGradient,
  checkHessian,
  type FiniteSum,
  gaussNewtonModel,
  linearModel,
  linearRegression,
  logisticRegression,
  norm,
  objectiveFrom,
  sigmoid,
  type Vec,
  vec,
} from "@downhill/optim";
import { describe, expect, test } from "vitest";
import { twoClasses } from "./data.ts";

const { X, y } = twoClasses();
const at = vec(0.7, -0.3, 0.2, 0.1);
const numbers = X.map(([a = 0, b = 0, c = 0]) => 2 * a - b + 0.5 * c + 3);

const models: readonly (readonly [string, FiniteSum, Vec])[] = [
  ["linear regression", linearRegression(X, numbers), at],
  ["ridge regression", linearRegression(X, numbers, { l2: 0.3 }), at],
  ["regression without bias", linearRegression(X, numbers, { bias: false }), vec(1, 2, 3)],
  ["logistic regression", logisticRegression(X, y), at],
  ["penalised logistic regression", logisticRegression(X, y, { l2: 0.3 }), at],
  ["logistic regression without bias", logisticRegression(X, y, { bias: false }), vec(1, 2, 3)],
];

describe.each(models)("%s", (_name, model, x) => {
  test("its gradient, Hessian and products agree with differences, over all rows and some", () => {
    for (const objective of [model, model.over([3]), model.over([0, 7, 7, 20])]) {
      expect(checkGradient(objective, x)).toMatchObject({ ok: true });
      expect(checkHessian(objective, x)).toMatchObject({ ok: true });
      const { hessian: _, ...products } = objective;
      expect(checkHessian(products, x)).toMatchObject({ ok: true });
    }
  });

  test("gradientInto writes what gradient returns, and reads nothing of what was there", () => {
    const out = new Float64Array(model.dim).fill(Number.NaN);
    model.gradientInto!(x, out);
    expect(out).toEqual(model.gradient(x));
  });

  test("the mean over batches of one is the whole: batch gradients are unbiased", () => {
    const mean = new Float64Array(model.dim);
    for (let row = 0; row < model.examples; row++)
      model
        .over([row])
        .gradient(x)
        .forEach((g, i) => {
          mean[i] = mean[i]! + g / model.examples;
        });
    expect(norm(mean.map((g, i) => g - model.gradient(x)[i]!))).toBeLessThan(1e-14);
  });

  test("evaluating changes no point", () => {
    const before = Float64Array.from(x);
    model.value(x);
    model.gradient(x);
    model.hessianVector!(x, x);
    expect(x).toEqual(before);
  });
});

test("on exact data the true line has no loss and no slope", () => {
  const model = linearRegression(X, numbers);
  const truth = vec(2, -1, 0.5, 3);
  expect(model.value(truth)).toBeLessThan(1e-30);
  expect(norm(model.gradient(truth))).toBeLessThan(1e-15);
  expect(model.score(truth, [1, 1, 1])).toBeCloseTo(4.5, 14);
});

test("linear regression is half a sum of squares, with its residuals and their Jacobian", () => {
  for (const options of [{}, { l2: 0.7 }, { bias: false, l2: 2 }]) {
    const model = linearRegression(X, numbers, options);
    const x = at.subarray(0, model.dim);
    const r = model.residuals(x);
    expect(model.value(x)).toBeCloseTo(r.reduce((sum, ri) => sum + ri * ri, 0) / 2, 13);
    const byParts = new Float64Array(model.dim);
    model.jacobian(x).forEach((row, i) => {
      row.forEach((entry, j) => {
        byParts[j] = byParts[j]! + entry * r[i]!;
      });
    });
    expect(norm(model.gradient(x).map((g, j) => g - byParts[j]!))).toBeLessThan(1e-13);
    // Its residuals are straight, so that Gauss and Newton see the Hessian itself.
    gaussNewtonModel(model).hessian!(x).forEach((row, i) => {
      row.forEach((entry, j) => {
        expect(entry).toBeCloseTo(model.hessian!(x)[i]![j]!, 13);
      });
    });
  }
});

test("logistic regression is the formula of the docstring, by the tape", () => {
  const rows = X.slice(0, 6);
  const formula = objectiveFrom((...x) => {
    const bias = x[3]!;
    const losses = rows.map((row, i) => {
      const z = row.reduce((sum, a, j) => sum.plus(x[j]!.times(a)), bias);
      return z.exp().plus(1).log().minus(z.times(y[i]!));
    });
    const weights = x.slice(0, 3).map((w) => w.squared());
    return losses
      .reduce((sum, loss) => sum.plus(loss))
      .over(6)
      .plus(weights.reduce((sum, square) => sum.plus(square)).times(0.05));
  }, 4);
  const model = logisticRegression(rows, y.slice(0, 6), { l2: 0.1 });
  expect(model.value(at)).toBeCloseTo(formula.value(at), 14);
  expect(norm(model.gradient(at).map((g, i) => g - formula.gradient(at)[i]!))).toBeLessThan(1e-15);
});

test("scores near the end of the range give no NaN and no Infinity", () => {
  const model = logisticRegression([[1], [-1]], [0, 1], { bias: false });
  expect(model.value(vec(1e4))).toBe(1e4);
  expect(model.gradient(vec(1e4))).toEqual(vec(1));
  expect(model.hessian!(vec(1e4))).toEqual([vec(0)]);
  expect(model.value(vec(-1e4))).toBe(0);
  expect([sigmoid(-1e4), sigmoid(0), sigmoid(1e4)]).toEqual([0, 0.5, 1]);
});

test("a penalty is in every batch in full, and leaves the bias alone", () => {
  const [free, tied] = [logisticRegression(X, y), logisticRegression(X, y, { l2: 0.3 })];
  const difference = tied
    .over([4])
    .gradient(at)
    .map((g, i) => g - free.over([4]).gradient(at)[i]!);
  expect(norm(difference.map((d, i) => d - (i < 3 ? 0.3 * at[i]! : 0)))).toBeLessThan(1e-15);
});

test("a loss of one's own makes a model: counts with mean eᶻ", () => {
  const poisson = {
    value: (z: number, count: number) => Math.exp(z) - count * z,
    slope: (z: number, count: number) => Math.exp(z) - count,
    bend: (z: number) => Math.exp(z),
  };
  const model = linearModel([[1], [2]], vec(3, 5), poisson);
  expect(checkGradient(model, [0.1, 0.2]).ok).toBe(true);
  expect(checkHessian(model, [0.1, 0.2]).ok).toBe(true);
});

describe("bad data and options are named", () => {
  test.each([
    [
      () => logisticRegression([], []),
      "logisticRegression: X must have at least one row of at least one number",
    ],
    [
      () => logisticRegression([[1, 2], [3]], [0, 1]),
      "logisticRegression: every row of X must have 2 numbers, as the first one, got 1 in X[1]",
    ],
    [
      () =>
        logisticRegression(
          [
            [1, 2],
            [3, Number.NaN],
          ],
          [0, 1],
        ),
      "logisticRegression: every number of X must be finite, got NaN in X[1][1]",
    ],
    [
      () => linearRegression([[1], ["2" as never]], [0, 1]),
      'linearRegression: every number of X must be finite, got "2" in X[1][0]',
    ],
    [
      () => linearRegression([[1], [2]], [1]),
      "linearRegression: y must have one entry for each of the 2 rows of X, got 1",
    ],
    [
      () => linearRegression([[1], [2]], [1, Number.POSITIVE_INFINITY]),
      "linearRegression: every entry of y must be a finite number, got Infinity in y[1]",
    ],
    [
      () => logisticRegression([[1], [2]], [0, 2]),
      "logisticRegression: every entry of y must be 0 or 1, got 2 in y[1]",
    ],
    [
      () => logisticRegression([[1], [2]], [0, 1], { l2: -1 }),
      "logisticRegression: l2 must be in [0, ∞), got -1",
    ],
    [
      () => logisticRegression([[1]], [0]).over([]),
      "logisticRegression: the mean loss over no rows is not defined. Name at least one",
    ],
    [
      () => logisticRegression([[1]], [0]).over([1]),
      "logisticRegression: rows are whole numbers from 0 to 0, got 1",
    ],
  ])("%#", (make, message) => {
    expect(make).toThrow(new RangeError(message));
  });

  test.each([
    [
      () => logisticRegression(7 as never, [0]),
      "logisticRegression: X must be a list of rows of numbers such as [[1, 2], [3, 4]], got 7",
    ],
    [
      () => logisticRegression([1, 2] as never, [0, 1]),
      "logisticRegression: X must be a list of rows of numbers such as [[1, 2], [3, 4]], got a list",
    ],
    [
      () => linearRegression([[1]], 3 as never),
      "linearRegression: y must be a list of numbers, got 3",
    ],
    [
      () => logisticRegression([[1]], [0], { lambda: 1 } as never),
      'logisticRegression: there is no option "lambda". The options are l2, bias',
    ],
  ])("%#: a TypeError", (make, message) => {
    expect(make).toThrow(new TypeError(message));
  });
});
