import {
  binaryNetwork,
  checkGradient,
  checkHessian,
  classifierNetwork,
  gradientDescent,
  initialWeights,
  linearRegression,
  logisticRegression,
  minimize,
  type NeuralNetwork,
  norm,
  objectiveFrom,
  regressionNetwork,
  sigmoid,
  softmax,
  symmetricEigen,
  type Variable,
  vec,
} from "@downhill/optim";
import { describe, expect, test } from "vitest";
import { threeGroups, twoClasses } from "./data.ts";

const { X, labels, numbers } = threeGroups();

const networks: readonly (readonly [string, NeuralNetwork])[] = [
  ["softmax regression", classifierNetwork(X, labels)],
  ["tanh, one hidden layer", classifierNetwork(X, labels, { hidden: [4], l2: 0.01 })],
  ["tanh, three hidden layers", classifierNetwork(X, labels, { hidden: [3, 4, 2] })],
  [
    "ReLU, two hidden layers",
    classifierNetwork(X, labels, { hidden: [4, 3], activation: "relu", l2: 0.1 }),
  ],
  [
    "two classes by one output",
    binaryNetwork(
      X,
      labels.map((label) => Math.min(label, 1)),
      { hidden: [4], l2: 0.05 },
    ),
  ],
  ["regression of one number", regressionNetwork(X, numbers, { hidden: [5], l2: 0.02 })],
  [
    "regression of two numbers",
    regressionNetwork(
      X,
      X.map(([a = 0, b = 0]) => [a * b, a]),
      { hidden: [3, 3] },
    ),
  ],
];

describe.each(networks)("%s", (_name, network) => {
  const x = initialWeights(network.sizes, { seed: 3, scheme: 0.7 }).map(
    (w, i) => w + 0.01 * Math.sin(i),
  );

  test("back-propagation agrees with differences of the loss, over all rows and some", () => {
    for (const objective of [network, network.over([4]), network.over([0, 7, 7])])
      expect(checkGradient(objective, x)).toMatchObject({ ok: true });
  });

  test("its products with the Hessian agree with differences of the gradient", () => {
    const { hessian: _, ...products } = network;
    expect(checkHessian(products, x)).toMatchObject({ ok: true });
    expect(checkHessian(network.over([2, 9]), x)).toMatchObject({ ok: true });
  });

  test("its Hessian is symmetric, and so are the products but for rounding", () => {
    const H = network.hessian!(x);
    const axis = (i: number) => new Float64Array(network.dim).fill(1, i, i + 1);
    H.forEach((row, i) => {
      row.forEach((entry, j) => {
        expect(entry).toBe(H[j]![i]);
        expect(Math.abs(network.hessianVector!(x, axis(j))[i]! - entry)).toBeLessThan(1e-14);
      });
    });
  });

  test("it has one parameter for each weight and bias", () => {
    const { sizes } = network;
    expect(network.dim).toBe(
      sizes.slice(1).reduce((sum, outputs, l) => sum + outputs * (sizes[l]! + 1), 0),
    );
  });
});

test("back-propagation gives what the tape gives, to rounding", () => {
  const [rows, answers] = [X.slice(0, 5), labels.slice(0, 5)];
  const sizes = [2, 3, 3];
  const onTape = objectiveFrom((...x) => {
    const layer = (input: readonly (Variable | number)[], outputs: number, first: number) =>
      Array.from({ length: outputs }, (_, i) =>
        input.reduce<Variable>(
          (z, a, j) => z.plus(x[first + i * input.length + j]!.times(a)),
          x[first + outputs * input.length + i]!,
        ),
      );
    const losses = rows.map((row, i) => {
      const z = layer(
        layer(row, 3, 0).map((hidden) => hidden.tanh()),
        3,
        9,
      );
      const powers = z.map((score) => score.exp()).reduce((sum, power) => sum.plus(power));
      return powers.log().minus(z[answers[i]!]!);
    });
    return losses.reduce((sum, loss) => sum.plus(loss)).over(5);
  }, 21);
  const network = classifierNetwork(rows, answers, { hidden: [3] });
  const x = initialWeights(sizes, { seed: 1, scheme: 1 });
  const v = initialWeights(sizes, { seed: 2, scheme: 1 });
  expect(network.value(x)).toBeCloseTo(onTape.value(x), 14);
  const apart = (a: Float64Array, b: Float64Array) => norm(a.map((ai, i) => ai - b[i]!));
  expect(apart(network.gradient(x), onTape.gradient(x))).toBeLessThan(1e-15);
  expect(apart(network.hessianVector!(x, v), onTape.hessianVector!(x, v))).toBeLessThan(1e-14);
});

test("two classes without hidden layer are logistic regression in the difference of the rows", () => {
  const data = twoClasses();
  const softmaxed = classifierNetwork(data.X, data.y);
  const logistic = logisticRegression(data.X, data.y);
  // Class 0 scores 0, class 1 scores z: weights of class 0, of class 1, then both biases.
  const w = [0.7, -0.3, 0.2];
  const x = vec([0, 0, 0, ...w, 0, 0.1]);
  expect(softmaxed.value(x)).toBeCloseTo(logistic.value(vec([...w, 0.1])), 14);
  expect(softmaxed.predict(x, [1, 2, 3])[1]).toBeCloseTo(
    1 / (1 + Math.exp(-logistic.score(vec([...w, 0.1]), [1, 2, 3]))),
    14,
  );
});

test("one output without hidden layer is linear regression, penalty included", () => {
  const network = regressionNetwork(X, numbers, { l2: 0.2 });
  const linear = linearRegression(X, numbers, { l2: 0.2 });
  const x = vec(0.4, -1, 0.3);
  expect(network.value(x)).toBeCloseTo(linear.value(x), 13);
  expect(norm(network.gradient(x).map((g, i) => g - linear.gradient(x)[i]!))).toBeLessThan(1e-13);
});

test("softmax regression is convex; at weights 0 it loses log 3 and predicts thirds", () => {
  const model = classifierNetwork(X, labels);
  const zero = new Float64Array(model.dim);
  expect(model.value(zero)).toBeCloseTo(Math.log(3), 14);
  for (const third of model.predict(zero, [5, 5])) expect(third).toBeCloseTo(1 / 3, 15);
  for (const seed of [1, 2, 3]) {
    const x = initialWeights(model.sizes, { seed, scheme: 3 });
    expect(symmetricEigen(model.hessian!(x)).values[0]).toBeGreaterThan(-1e-14);
  }
});

test("softmax neither overflows nor minds a common shift", () => {
  expect(softmax(vec(1000, 1000))).toEqual(vec(0.5, 0.5));
  expect(softmax(vec(0, -1e6))).toEqual(vec(1, 0));
  const sure = classifierNetwork([[1], [1]], [1, 1]);
  expect(sure.value(vec(0, 1e4, 0, 0))).toBe(0);
  expect(sure.value(vec(1e4, 0, 0, 0))).toBe(1e4);
});

test("one output without hidden layers is logistic regression", () => {
  const { X: rows, y } = twoClasses();
  const network = binaryNetwork(rows, y);
  const regression = logisticRegression(rows, y);
  const x = initialWeights(network.sizes, { seed: 5, scheme: 1 });
  expect(network.value(x)).toBeCloseTo(regression.value(x), 12);
  expect(network.predict(x, rows[0]!)[0]).toBeCloseTo(sigmoid(regression.score(x, rows[0]!)), 12);
});

test("it learns: gradient descent tells the three groups apart", () => {
  const network = classifierNetwork(X, labels, { hidden: [6] });
  const start = initialWeights(network.sizes, { seed: 4 });
  const { x, f } = minimize(gradientDescent({ learningRate: 0.5 }), network, start, { steps: 300 });
  expect(f).toBeLessThan(0.25 * network.value(start));
  const right = X.filter((row, i) => {
    const p = network.predict(x, row);
    return p[labels[i]!] === Math.max(...p);
  });
  expect(right.length).toBeGreaterThanOrEqual(27);
});

describe("initialWeights", () => {
  test("have the variance of the scheme, and biases 0", () => {
    const [inputs, outputs] = [200, 100];
    const variance = (scheme: "glorot" | "lecun" | "he" | number) => {
      const x = initialWeights([inputs, outputs], { seed: 1, scheme });
      expect(x.subarray(inputs * outputs)).toEqual(new Float64Array(outputs));
      return (
        x.subarray(0, inputs * outputs).reduce((sum, w) => sum + w * w, 0) / (inputs * outputs)
      );
    };
    // 20 000 normal numbers: the variance is known to about 1 %.
    expect(variance("glorot") / (2 / 300)).toBeCloseTo(1, 1);
    expect(variance("lecun") / (1 / 200)).toBeCloseTo(1, 1);
    expect(variance("he") / (2 / 200)).toBeCloseTo(1, 1);
    expect(variance(0.5) / 0.25).toBeCloseTo(1, 1);
  });

  test("are the same for the same seed, and start with gauss(mulberry32(seed))", () => {
    const x = initialWeights([1, 1], { seed: 42, scheme: 1 });
    expect(x[0]).toBeCloseTo(-1.2848381576290195, 15);
    expect(initialWeights([1, 1], { seed: 42, scheme: 1 })).toEqual(x);
  });
});

describe("bad data and options are named", () => {
  test.each([
    [
      () => classifierNetwork(X, labels.slice(1)),
      "classifierNetwork: y must have one entry for each of the 30 rows of X, got 29",
    ],
    [
      () => classifierNetwork([[1], [2]], [0, 0.5]),
      "classifierNetwork: every entry of y must be a label 0, 1, 2, …, got 0.5 in y[1]",
    ],
    [
      () => classifierNetwork([[1], [2]], [0, -1]),
      "classifierNetwork: every entry of y must be a label 0, 1, 2, …, got -1 in y[1]",
    ],
    [
      () => classifierNetwork(X, labels, { classes: 2 }),
      "classifierNetwork: every entry of y must be a label from 0 to 1, got 2 in y[2]",
    ],
    [
      () => classifierNetwork(X, labels, { classes: 1 }),
      "classifierNetwork: classes must be a whole number, 2 or more, got 1",
    ],
    [
      () => classifierNetwork(X, labels, { hidden: [0] }),
      "classifierNetwork: every number in hidden must be a whole number, 1 or more, got 0",
    ],
    [
      () => classifierNetwork(X, labels, { activation: "sigmoid" as never }),
      'classifierNetwork: activation must be one of "tanh", "relu", got "sigmoid"',
    ],
    [
      () => binaryNetwork([[1], [2]], [0, 2]),
      "binaryNetwork: every entry of y must be 0 or 1, got 2 in y[1]",
    ],
    [
      () => regressionNetwork(X, [[1]]),
      "regressionNetwork: Y must have one row for each of the 30 rows of X, got 1",
    ],
    [
      () => regressionNetwork([[1]], [[Number.NaN]]),
      "regressionNetwork: every number of Y must be finite, got NaN in Y[0][0]",
    ],
    [
      () => regressionNetwork([[1]], [1], { l2: -1 }),
      "regressionNetwork: l2 must be in [0, ∞), got -1",
    ],
    [
      () => initialWeights([2, 0], { seed: 1 }),
      "initialWeights: every size must be a whole number, 1 or more, got 0",
    ],
    [
      () => initialWeights([2, 1], { seed: 0.5 }),
      "initialWeights: seed must be a whole number, got 0.5",
    ],
    [
      () => initialWeights([2, 1], { seed: 1, scheme: -1 }),
      'initialWeights: scheme, unless "glorot", "lecun" or "he", must be in [0, ∞), got -1',
    ],
  ])("%#", (make, message) => {
    expect(make).toThrow(new RangeError(message));
  });

  test("an unknown option is a TypeError", () => {
    expect(() => regressionNetwork(X, numbers, { classes: 3 } as never)).toThrow(
      new TypeError(
        'regressionNetwork: there is no option "classes". The options are hidden, activation, l2',
      ),
    );
  });
});
