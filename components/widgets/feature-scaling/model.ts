import { linearRegression, type Matrix, symmetricEigen } from "@downhill/optim";
import { bestBowlRun } from "#src/plotting/bowl-run.ts";
import { conditionNumber, stepsAtBestRate } from "#src/plotting/condition.ts";
import type { Point } from "#src/plotting/scale.ts";
import { type ScalingState, type Second, STEPS, type Treatment, type Unit } from "./state.ts";

type Column = readonly number[];

/** Six houses: area in m², age in years, number of rooms. */
export const AREA: Column = [50, 65, 80, 95, 120, 150];
export const HOUSES: Readonly<Record<Second, Column>> = {
  age: [30, 5, 22, 12, 40, 8],
  rooms: [1, 2, 3, 3, 4, 5],
};
const PER_SQUARE_METRE: Readonly<Record<Unit, number>> = { "m²": 1, "mm²": 1e6 };

/** Two columns, and what they mean for linear regression. */
export interface ScalingModel {
  readonly houses: readonly Point[];
  /** The Hessian of the two weights over its largest eigenvalue. */
  readonly H: Matrix;
  readonly kappa: number;
  readonly kappaWithIntercept: number;
  readonly steps: number;
  readonly stepsWithIntercept: number;
  /** Gradient descent at its best rate; the first point is at distance 1 from the minimum. */
  readonly path: readonly Point[];
}

type Setting = Pick<ScalingState, "second" | "unit" | "treatment">;

export function scalingModel({ second, unit, treatment }: Setting): ScalingModel {
  const area = AREA.map((value) => value * PER_SQUARE_METRE[unit]);
  const [first, other] = treated[treatment](area, HOUSES[second]);
  const houses = first.map((x, row) => ({ x, y: other[row] as number }));
  const plain = hessianOf(houses, false);
  const kappa = conditionNumber(plain);
  const kappaWithIntercept = conditionNumber(hessianOf(houses, true));
  const { values, vectors } = symmetricEigen(plain);
  const H = plain.map((row) => row.map((entry) => entry / (values[1] as number)));
  const [flat, steep] = vectors as unknown as readonly [Float64Array, Float64Array];
  const along = (i: number) => FLAT * (flat[i] as number) + STEEP * (steep[i] as number);
  return {
    houses,
    H,
    kappa,
    kappaWithIntercept,
    steps: stepsAtBestRate(kappa),
    stepsWithIntercept: stepsAtBestRate(kappaWithIntercept),
    path: bestBowlRun(H, { x: along(0), y: along(1) }, STEPS),
  };
}

/** The start, in the two directions of the Hessian: mostly along the flat one, at distance 1. */
const FLAT = 0.92;
const STEEP = Math.sqrt(1 - FLAT ** 2);

/** The Hessian of linear regression on two features; it does not depend on the targets. */
function hessianOf(houses: readonly Point[], bias: boolean): Matrix {
  const X = houses.map(({ x, y }) => [x, y]);
  const targets = houses.map(() => 0);
  const model = linearRegression(X, targets, { bias });
  return model.hessian?.(new Float64Array(model.dim)) ?? [];
}

type Pair = readonly [Column, Column];

const treated: Readonly<Record<Treatment, (first: Column, second: Column) => Pair>> = {
  raw: (first, second) => [first, second],
  centred: (first, second) => [centred(first), centred(second)],
  standardized: (first, second) => [standardized(first), standardized(second)],
  whitened: (first, second) => whitened(standardized(first), standardized(second)),
};

const mean = (column: Column) => column.reduce((sum, entry) => sum + entry, 0) / column.length;

function centred(column: Column): Column {
  const middle = mean(column);
  return column.map((entry) => entry - middle);
}

function standardized(column: Column): Column {
  const around = centred(column);
  const spread = Math.sqrt(mean(around.map((entry) => entry ** 2)));
  return around.map((entry) => entry / spread);
}

/** Two standardized columns times the inverse root of their correlation matrix. */
function whitened(first: Column, second: Column): Pair {
  const r = mean(first.map((entry, row) => entry * (second[row] as number)));
  // The eigenvectors are (1, 1)/√2 and (1, −1)/√2, the eigenvalues 1 + r and 1 − r.
  const [sum, difference] = [1 / Math.sqrt(1 + r), 1 / Math.sqrt(1 - r)];
  const [own, other] = [(sum + difference) / 2, (sum - difference) / 2];
  const mixed = (a: Column, b: Column) =>
    a.map((entry, row) => own * entry + other * (b[row] as number));
  return [mixed(first, second), mixed(second, first)];
}
