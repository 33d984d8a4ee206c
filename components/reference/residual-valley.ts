import { gaussNewtonModel, leastSquares, vec } from "@downhill/optim";

/** Half of Rosenbrock's function: a sum of squares, of which a method sees the residuals. */
export const problem = gaussNewtonModel(
  leastSquares({
    dim: 2,
    residuals: ([x1 = 0, x2 = 0]) => vec(1 - x1, 10 * (x2 - x1 ** 2)),
    jacobian: ([x1 = 0]) => [vec(-1, 0), vec(-20 * x1, 10)],
  }),
);
