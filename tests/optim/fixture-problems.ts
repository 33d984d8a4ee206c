import type { Objective, Vec } from "@downhill/optim";
import { beale, himmelblau, rosenbrock } from "@downhill/optim/problems";
import definitions from "../fixtures/problems.json" with { type: "json" };

/** What a step of a fixture sees: an objective, or a gradient that was given in advance. */
export interface FixtureProblem {
  readonly dim: number;
  /** The objective of step k = 1, 2, … */
  at(k: number): Objective;
  /** Whether the fixture lists f(x) too. */
  readonly hasLoss: boolean;
}

/** The problem with this id in problems.json. */
export function fixtureProblem(id: string): FixtureProblem {
  const definition = definitions.problems.find((problem) => problem.id === id);
  if (definition === undefined) throw new Error(`problems.json defines no "${id}"`);
  const data = ("data" in definition ? definition.data : {}) as Data;
  if (data.gradients !== undefined) return gradientSequence(data.gradients);
  const make = formulas[id];
  if (make === undefined) throw new Error(`fixture-problems.ts has no formula for "${id}"`);
  const objective = { dim: definition.n, ...make(data) };
  return { dim: definition.n, at: () => objective, hasLoss: true };
}

interface Data {
  readonly A?: readonly (readonly number[])[];
  readonly b?: readonly number[];
  readonly X?: readonly (readonly number[])[];
  readonly y?: readonly number[];
  readonly lambda?: number;
  readonly gradients?: readonly (readonly (number | string)[])[];
}

type Formula = Pick<Objective, "value" | "gradient">;

/** Written from the `definition` strings of problems.json; ours come from the package. */
const formulas: Record<string, (data: Data) => Formula> = {
  rosenbrock: () => rosenbrock,
  beale: () => beale,
  himmelblau: () => himmelblau,
  quad2: () => ({
    value: ([x = 0, y = 0]) => 0.5 * (x * x + 100 * y * y),
    gradient: ([x = 0, y = 0]) => Float64Array.of(x, 100 * y),
  }),
  quad10: ({ A = [], b = [] }) => ({
    value: (x) => 0.5 * inner(x, apply(A, x)) - inner(b, x),
    gradient: (x) => apply(A, x).map((entry, i) => entry - b[i]!),
  }),
  saddle: () => ({
    value: ([x = 0, y = 0]) => x * x - y * y,
    gradient: ([x = 0, y = 0]) => Float64Array.of(2 * x, -2 * y),
  }),
  monkey: () => ({
    value: ([x = 0, y = 0]) => x ** 3 - 3 * x * y * y,
    gradient: ([x = 0, y = 0]) => Float64Array.of(3 * x * x - 3 * y * y, -6 * x * y),
  }),
  booth: () => ({
    value: ([x = 0, y = 0]) => (x + 2 * y - 7) ** 2 + (2 * x + y - 5) ** 2,
    gradient([x = 0, y = 0]) {
      const [a, b] = [x + 2 * y - 7, 2 * x + y - 5];
      return Float64Array.of(2 * a + 4 * b, 4 * a + 2 * b);
    },
  }),
  mccormick: () => ({
    value: ([x = 0, y = 0]) => Math.sin(x + y) + (x - y) ** 2 - 1.5 * x + 2.5 * y + 1,
    gradient([x = 0, y = 0]) {
      const [wave, tilt] = [Math.cos(x + y), 2 * (x - y)];
      return Float64Array.of(wave + tilt - 1.5, wave - tilt + 2.5);
    },
  }),
  sixhump: () => ({
    value: ([x = 0, y = 0]) =>
      (4 - 2.1 * x ** 2 + x ** 4 / 3) * x ** 2 + x * y + (-4 + 4 * y ** 2) * y ** 2,
    gradient: ([x = 0, y = 0]) =>
      Float64Array.of(8 * x - 8.4 * x ** 3 + 2 * x ** 5 + y, x - 8 * y + 16 * y ** 3),
  }),
  styblinski4: () => ({
    value: (x) => 0.5 * x.reduce((sum, xi) => sum + xi ** 4 - 16 * xi ** 2 + 5 * xi, 0),
    gradient: (x) => x.map((xi) => 2 * xi ** 3 - 16 * xi + 2.5),
  }),
  logreg_iris: logisticRegression,
};

/** Weights first, bias last; the bias is not penalised. */
function logisticRegression({ X = [], y = [], lambda = 0 }: Data): Formula {
  const score = (row: readonly number[], x: Vec) => inner(row, x) + x[row.length]!;
  return {
    value(x) {
      let loss = 0;
      X.forEach((row, i) => {
        const z = score(row, x);
        loss += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - y[i]! * z;
      });
      const weights = x.subarray(0, -1);
      return loss / X.length + 0.5 * lambda * inner(weights, weights);
    },
    gradient(x) {
      const g = new Float64Array(x.length);
      X.forEach((row, i) => {
        const excess = 1 / (1 + Math.exp(-score(row, x))) - y[i]!;
        row.forEach((feature, j) => {
          g[j] = g[j]! + (excess * feature) / X.length;
        });
        g[row.length] = g[row.length]! + excess / X.length;
      });
      for (let j = 0; j < x.length - 1; j++) g[j] = g[j]! + lambda * x[j]!;
      return g;
    },
  };
}

/** No objective: step k is given gradient k, wherever it looks. */
function gradientSequence(gradients: readonly (readonly (number | string)[])[]): FixtureProblem {
  const dim = gradients[0]!.length;
  return {
    dim,
    hasLoss: false,
    at: (k) => ({
      dim,
      value: () => Number.NaN,
      gradient: () => Float64Array.from(gradients[k - 1]!, Number),
    }),
  };
}

function inner(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function apply(A: readonly (readonly number[])[], x: Vec): Vec {
  return Float64Array.from(A, (row) => inner(row, x));
}
