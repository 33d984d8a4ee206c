import { type FiniteSum, finiteSum } from "./finite-sum.ts";
import { hessianFromProducts } from "./hessian-from-products.ts";
import { commonDim } from "./internal/workers.ts";
import type { Matrix, Objective, Vec } from "./types.ts";
import { dot } from "./vec.ts";

/**
 * The mean of some objectives, f(x) = (1/N) Σ fᵢ(x), each of them an example.
 *
 * It has second derivatives when all of them have.
 *
 * @param objectives at least one, all of the same number of variables.
 * @throws TypeError or RangeError otherwise.
 */
export function meanOf(objectives: readonly Objective[]): FiniteSum {
  const dim = commonDim("meanOf", objectives);
  return finiteSum(
    objectives.length,
    (rows) => {
      const chosen = rows.map((row) => objectives[row]!);
      const product = (x: Vec, v: Vec): Vec =>
        mean(chosen, dim, (objective) =>
          objective.hessianVector === undefined
            ? Float64Array.from(objective.hessian!(x), (row) => dot(row, v))
            : objective.hessianVector(x, v),
        );
      const curved = chosen.every(({ hessian, hessianVector }) => hessian ?? hessianVector);
      const matrices = chosen.every(({ hessian }) => hessian);
      return {
        dim,
        value: (x) =>
          chosen.reduce((sum, objective) => sum + objective.value(x), 0) / chosen.length,
        gradient: (x) => mean(chosen, dim, (objective) => objective.gradient(x)),
        ...(curved && {
          hessianVector: product,
          hessian: matrices
            ? (x: Vec): Matrix =>
                Array.from(x, (_, i) => mean(chosen, dim, (objective) => objective.hessian!(x)[i]!))
            : hessianFromProducts(product),
        }),
      };
    },
    "meanOf",
  );
}

function mean(
  objectives: readonly Objective[],
  dim: number,
  part: (objective: Objective) => Vec,
): Vec {
  const sum = new Float64Array(dim);
  for (const objective of objectives) {
    const term = part(objective);
    for (let i = 0; i < dim; i++) sum[i] = sum[i]! + term[i]!;
  }
  return sum.map((total) => total / objectives.length);
}
