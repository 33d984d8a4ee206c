import {
  dot,
  gauss,
  logisticRegression,
  mulberry32,
  norm,
  type Objective,
  type Vec,
} from "@downhill/optim";
import { beale, chainedRosenbrock } from "@downhill/optim/problems";

/** A problem on which minimizers are compared, as the Python side can read it too. */
export interface PeerProblem {
  readonly name: string;
  readonly objective: Objective;
  readonly start: readonly number[];
  /** What a program in another language needs to make the same function. */
  readonly data: PeerData;
}

export type PeerData =
  | { readonly kind: "chained-rosenbrock" | "beale" }
  | { readonly kind: "quadratic"; readonly A: readonly (readonly number[])[] }
  | {
      readonly kind: "logistic";
      readonly X: readonly (readonly number[])[];
      readonly y: readonly number[];
      readonly l2: number;
    };

/** The six problems of the comparison; seeds other than 1 make other ones of the same kinds. */
export function peerProblems(seed = 1): readonly PeerProblem[] {
  return [
    ...[2, 10, 100].map((n) => ({
      name: `Rosenbrock ${n}`,
      objective: chainedRosenbrock(n),
      start: chainedRosenbrock(n).start,
      data: { kind: "chained-rosenbrock" } as const,
    })),
    { name: "Beale", objective: beale, start: [1, 1], data: { kind: "beale" } },
    quadratic(100, 1e4, seed),
    logistic(500, 50, seed),
  ];
}

/** ½ xᵀAx with eigenvalues from 1 to κ, evenly on a logarithmic scale, in random directions. */
function quadratic(n: number, kappa: number, seed: number): PeerProblem {
  const normal = gauss(mulberry32(seed));
  const axes = orthonormal(n, normal);
  const A = Array.from({ length: n }, () => new Float64Array(n));
  axes.forEach((axis, k) => {
    const curvature = kappa ** (k / (n - 1));
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) A[i]![j] = A[i]![j]! + curvature * (axis[i]! * axis[j]!);
  });
  const times = (x: Vec) => Float64Array.from(A, (row) => dot(row, x));
  return {
    name: `quadratic n=${n} κ=${kappa}`,
    objective: { dim: n, value: (x) => dot(x, times(x)) / 2, gradient: times },
    start: Array.from({ length: n }, normal),
    data: { kind: "quadratic", A: A.map((row) => [...row]) },
  };
}

/** Normal features; each label is 1 with the probability that a normal weight vector gives it. */
function logistic(rows: number, n: number, seed: number): PeerProblem {
  const uniform = mulberry32(seed);
  const normal = gauss(uniform);
  const X = Array.from({ length: rows }, () => Array.from({ length: n }, normal));
  const weights = Float64Array.from({ length: n }, normal);
  const y = X.map((row) =>
    uniform() < 1 / (1 + Math.exp(-dot(Float64Array.from(row), weights))) ? 1 : 0,
  );
  const l2 = 1e-4;
  return {
    name: `logistic ${rows}×${n}`,
    objective: logisticRegression(X, y, { l2, bias: false }),
    start: X[0]!.map(() => 0),
    data: { kind: "logistic", X, y, l2 },
  };
}

/** n orthonormal vectors, by Gram and Schmidt, twice each against rounding. */
function orthonormal(n: number, normal: () => number): readonly Vec[] {
  const axes: Vec[] = [];
  while (axes.length < n) {
    let axis: Vec = Float64Array.from({ length: n }, normal);
    for (const other of [...axes, ...axes]) {
      const along = dot(other, axis);
      axis = axis.map((entry, i) => entry - along * other[i]!);
    }
    const length = norm(axis);
    axes.push(axis.map((entry) => entry / length));
  }
  return axes;
}
