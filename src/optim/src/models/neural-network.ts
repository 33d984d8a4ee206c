import { type FiniteSum, finiteSum } from "../finite-sum.ts";
import { hessianFromProducts } from "../hessian-from-products.ts";
import { type Rows, requireRows, requireTargets } from "../internal/data.ts";
import {
  nonNegative,
  requireIn,
  requireKnown,
  requireOneOf,
  requireWhole,
} from "../internal/guard.ts";
import type { Objective, Vec } from "../types.ts";
import { identityActivation, reluActivation, tanhActivation } from "./activation.ts";
import {
  backPropagate,
  backPropagateRates,
  type NetworkLayer,
  networkForward,
  networkForwardRates,
} from "./back-propagation.ts";
import { sigmoid } from "./logistic-regression.ts";
import {
  crossEntropyLoss,
  logisticOutputLoss,
  type OutputLoss,
  softmax,
  squaredOutputLoss,
} from "./output-loss.ts";

export interface NeuralNetworkOptions {
  /** Units of each hidden layer, such as [8, 8]. Default none: the model is linear. */
  readonly hidden?: readonly number[];
  /** What hidden units do. Default "tanh". */
  readonly activation?: "tanh" | "relu";
  /** Weight λ in [0, ∞) of the penalty ½λ‖weights‖², without biases. Default 0. */
  readonly l2?: number;
}

/** The mean loss of a network, with what it predicts. */
export interface NeuralNetwork extends FiniteSum {
  /** Numbers of units from input to output. */
  readonly sizes: readonly number[];
  /** What the network says of these features under parameters x. */
  predict(x: Vec, features: ArrayLike<number>): Vec;
}

/**
 * A network that tells classes apart: the mean of −log p(right class), with probabilities by
 * softmax of the last layer. Without hidden layers this is softmax regression, which is convex.
 *
 * The parameters are, layer after layer, the weights row by row (one row for each unit), then the
 * biases. Gradients by back-propagation, products with the Hessian by its derivative along v:
 * both exact, at the price of one and of two passes.
 *
 * @param X N rows of features.
 * @param y N labels 0, 1, …, classes − 1.
 * @param options.classes number of classes, 2 or more. Default: the largest label + 1.
 * @throws TypeError for an unknown option, a value of another type or no list of numbers;
 *   RangeError for no rows, rows of different length, a feature that is not finite, not one label
 *   for each row, a label that is no class, or an option outside its range.
 * Sources: Rumelhart, Hinton & Williams 1986; Pearlmutter 1994.
 */
export function classifierNetwork(
  X: Rows,
  y: readonly number[] | Vec,
  options: NeuralNetworkOptions & { readonly classes?: number } = {},
): NeuralNetwork {
  const where = "classifierNetwork";
  requireKnown(where, options, [...OPTIONS, "classes"]);
  const rows = requireRows(where, "X", X);
  const limit =
    options.classes === undefined
      ? Number.POSITIVE_INFINITY
      : requireWhole(where, "classes", options.classes, 2);
  const labels = requireTargets(
    where,
    y,
    rows.length,
    (label) => Number.isInteger(label) && label >= 0 && label < limit,
    limit === Number.POSITIVE_INFINITY ? "a label 0, 1, 2, …" : `a label from 0 to ${limit - 1}`,
  );
  const classes = options.classes ?? Math.max(...labels, 1) + 1;
  const network = networkOf(where, rows, labels, classes, crossEntropyLoss, options);
  return { ...network, predict: (x, features) => softmax(network.predict(x, features)) };
}

/**
 * A network that tells two classes apart by one output z: the mean of −log p(right class), with
 * p(1) = σ(z). `predict` gives p(1). Without hidden layers this is logistic regression. Otherwise as
 * `classifierNetwork`, which has two outputs for two classes.
 *
 * @param X N rows of features.
 * @param y N labels, 0 or 1.
 * @throws TypeError and RangeError as `classifierNetwork`; a label is 0 or 1.
 * Source: Rumelhart, Hinton & Williams 1986.
 */
export function binaryNetwork(
  X: Rows,
  y: readonly number[] | Vec,
  options: NeuralNetworkOptions = {},
): NeuralNetwork {
  const where = "binaryNetwork";
  requireKnown(where, options, OPTIONS);
  const rows = requireRows(where, "X", X);
  const isLabel = (label: number) => label === 0 || label === 1;
  const labels = requireTargets(where, y, rows.length, isLabel, "0 or 1");
  const network = networkOf(where, rows, labels, 1, logisticOutputLoss, options);
  return { ...network, predict: (x, features) => network.predict(x, features).map(sigmoid) };
}

/**
 * A network that fits numbers: the mean of ½‖outputs − targets‖², the last layer being linear.
 * Otherwise as `classifierNetwork`.
 *
 * @param X N rows of features.
 * @param Y N rows of targets, or N numbers for a network with one output.
 * @throws TypeError and RangeError as `classifierNetwork`; every row of Y has the same number of
 *   finite targets.
 */
export function regressionNetwork(
  X: Rows,
  Y: Rows | readonly number[] | Vec,
  options: NeuralNetworkOptions = {},
): NeuralNetwork {
  const where = "regressionNetwork";
  requireKnown(where, options, OPTIONS);
  const rows = requireRows(where, "X", X);
  const single = Y instanceof Float64Array || (Array.isArray(Y) && typeof Y[0] === "number");
  const targets = single
    ? Array.from(requireTargets(where, Y as Vec, rows.length), (target) => Float64Array.of(target))
    : requireRows(where, "Y", Y as Rows);
  if (targets.length !== rows.length)
    throw new RangeError(
      `${where}: Y must have one row for each of the ${rows.length} rows of X, got ${targets.length}`,
    );
  return networkOf(where, rows, targets, targets[0]!.length, squaredOutputLoss, options);
}

const OPTIONS = ["hidden", "activation", "l2"];

function networkOf<Y>(
  where: string,
  X: readonly Vec[],
  y: ArrayLike<Y>,
  outputs: number,
  loss: OutputLoss<Y>,
  options: NeuralNetworkOptions,
): NeuralNetwork {
  const { hidden = [] } = options;
  for (const units of hidden) requireWhole(where, "every number in hidden", units, 1);
  const kind = requireOneOf(where, "activation", options.activation ?? "tanh", ["tanh", "relu"]);
  const l2 = requireIn(where, "l2", options.l2 ?? 0, nonNegative);
  const sizes = [X[0]!.length, ...hidden, outputs];
  const { layers, dim } = layersOf(sizes, kind === "tanh" ? tanhActivation : reluActivation);
  /** λ at weights, 0 at biases. */
  const penalty = new Float64Array(dim);
  for (const { first, inputs, outputs: units } of layers)
    penalty.fill(l2, first, first + inputs * units);
  const last = <T>(list: readonly T[]): T => list[list.length - 1]!;

  const over = (rows: readonly number[]): Objective => {
    const share = 1 / rows.length;
    /** (1/N) × what every row adds to a vector, plus λ × this at the weights. */
    const mean = (add: (row: number, out: Vec) => void, penalised: Vec): Vec => {
      const sum = new Float64Array(dim);
      for (const row of rows) add(row, sum);
      return sum.map((total, i) => share * total + penalty[i]! * penalised[i]!);
    };
    const hessianVector = (x: Vec, v: Vec): Vec =>
      mean((row, out) => {
        const signals = networkForward(layers, x, X[row]!);
        const rates = networkForwardRates(layers, x, v, signals);
        const { output } = last(signals);
        const slope = loss.gradient(output, y[row]!);
        const slopeRate = loss.hessianVector(output, last(rates).output);
        backPropagateRates(layers, x, v, signals, rates, slope, slopeRate, out);
      }, v);
    return {
      dim,
      value(x) {
        let total = 0;
        for (const row of rows)
          total += loss.value(last(networkForward(layers, x, X[row]!)).output, y[row]!);
        return share * total + 0.5 * x.reduce((sum, xi, i) => sum + penalty[i]! * xi * xi, 0);
      },
      gradient: (x) =>
        mean((row, out) => {
          const signals = networkForward(layers, x, X[row]!);
          backPropagate(layers, x, signals, loss.gradient(last(signals).output, y[row]!), out);
        }, x),
      hessianVector,
      hessian: hessianFromProducts(hessianVector),
    };
  };
  return {
    ...finiteSum(X.length, over, where),
    sizes,
    predict: (x, features) => last(networkForward(layers, x, Float64Array.from(features))).output,
  };
}

/** The layers of a network with these numbers of units, and how many parameters they take. */
function layersOf(sizes: readonly number[], activation: NetworkLayer["activation"]) {
  let dim = 0;
  const layers = sizes.slice(1).map((outputs, l): NetworkLayer => {
    const inputs = sizes[l]!;
    const first = dim;
    dim += (inputs + 1) * outputs;
    return {
      inputs,
      outputs,
      first,
      activation: l === sizes.length - 2 ? identityActivation : activation,
    };
  });
  return { layers, dim };
}
