import {
  adagrad,
  backtracking,
  descend,
  gradientDescent,
  lbfgsDirection,
  minimize,
} from "@downhill/optim";

export interface Problem {
  readonly x0: readonly number[];
  readonly grad: (x: readonly number[]) => number[];
  readonly f?: (x: readonly number[]) => number;
  readonly noisy: boolean;
  readonly sparse: boolean;
}

export function optimize(problem: Problem, budget: number): number[] {
  const { x0, grad, f = () => 0, noisy, sparse } = problem;
  const objective = {
    dim: x0.length,
    value: (x: Float64Array) => f([...x]),
    gradient: (x: Float64Array) => new Float64Array(grad([...x])),
  };
  // minimize asks for one more gradient, at the end.
  const steps = budget - 1;
  if (sparse) return [...minimize(adagrad({ learningRate: 0.7 }), objective, x0, { steps }).x];
  if (noisy) {
    const learningRate = (k: number) => 0.09 * Math.exp((-5 * k) / budget);
    return [...minimize(gradientDescent({ learningRate }), objective, x0, { steps }).x];
  }
  // Twice, with a kick between: a saddle is not left without one.
  const method = descend(lbfgsDirection(), backtracking());
  const half = { steps: Math.floor(budget / 2) - 1 };
  const first = minimize(method, objective, x0, half);
  const kicked = first.x.map((entry) => entry + 0.1);
  return [...minimize(method, objective, kicked, half).x];
}
