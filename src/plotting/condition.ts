import { type Matrix, symmetricEigen } from "@downhill/optim";

/** λmax/λmin of a positive definite matrix. */
export function conditionNumber(H: Matrix): number {
  const { values } = symmetricEigen(H);
  return (values.at(-1) as number) / (values[0] as number);
}

/** How much closer `stepsAtBestRate` comes to the minimum. */
const CLOSER = 1e6;

/**
 * Steps of gradient descent at its best fixed rate until the distance is a millionth:
 * ln 10⁶ / ln((κ + 1)/(κ − 1)), rounded up.
 */
export function stepsAtBestRate(kappa: number): number {
  // log1p keeps the digits of a quotient just above 1.
  const perStep = Math.log1p(2 / Math.max(kappa - 1, 0));
  return Math.max(1, Math.ceil(Math.log(CLOSER) / perStep));
}

/** D H D with D = diag(H)^(−1/2): ones on the diagonal, the rest in (−1, 1). */
export function diagonallyScaled(H: Matrix): Matrix {
  const root = H.map((row, i) => Math.sqrt(row[i] as number));
  return H.map((row, i) =>
    Float64Array.from(row, (entry, j) => entry / ((root[i] as number) * (root[j] as number))),
  );
}
