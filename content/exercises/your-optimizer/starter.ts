import { gradientDescent, minimize } from "@downhill/optim";

export interface Problem {
  /** Where to start. */
  readonly x0: readonly number[];
  /** The gradient at x, or an estimate of it. Its calls are counted. */
  readonly grad: (x: readonly number[]) => number[];
  /** The value at x, if there is no noise. */
  readonly f?: (x: readonly number[]) => number;
  /** Whether the gradients carry noise. */
  readonly noisy: boolean;
  /** Whether a coordinate's gradient is nearly always 0. */
  readonly sparse: boolean;
}

export function optimize(problem: Problem, budget: number): number[] {
  const { x0, grad, f = () => 0 } = problem;
  const objective = {
    dim: x0.length,
    value: (x: Float64Array) => f([...x]),
    gradient: (x: Float64Array) => new Float64Array(grad([...x])),
  };
  // One method for everything, and its rate a guess.
  const method = gradientDescent({ learningRate: 0.001 });
  // minimize asks for one more gradient, at the end.
  return [...minimize(method, objective, x0, { steps: budget - 1 }).x];
}
