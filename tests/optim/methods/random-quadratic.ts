import { dot, gauss, type Matrix, mulberry32, type Objective, type Vec } from "@downhill/optim";

/** A convex quadratic ½ xᵀAx with a random A of curvatures between about 0.1 and 10, and a start. */
export function randomQuadratic(
  n: number,
  seed: number,
): { readonly objective: Objective; readonly A: Matrix; readonly start: readonly number[] } {
  const normal = gauss(mulberry32(seed));
  const root = Array.from({ length: n }, () => Float64Array.from({ length: n }, normal));
  const A = root.map((row, i) =>
    Float64Array.from(root, (other, j) => dot(row, other) / n + (i === j ? 0.1 : 0)),
  );
  const times = (x: Vec) => Float64Array.from(A, (row) => dot(row, x));
  return {
    A,
    start: Array.from({ length: n }, normal),
    objective: {
      dim: n,
      value: (x) => dot(x, times(x)) / 2,
      gradient: times,
      hessian: () => A,
    },
  };
}
