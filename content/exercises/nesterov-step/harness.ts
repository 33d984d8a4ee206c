import { nesterovStep } from "./solution.ts";

/** One step of yours on the bowl with given curvatures, and where it asks for the gradient. */
export function tryNesterovStep(
  lambdas: readonly number[],
  theta: readonly number[],
  v: readonly number[],
  lr: number,
  beta: number,
): { theta: number[]; v: number[]; asked: number[][] } {
  const asked: number[][] = [];
  const grad = (at: readonly number[]) => {
    asked.push([...at]);
    return at.map((entry, i) => (lambdas[i] ?? 0) * entry);
  };
  return { ...nesterovStep(theta, v, grad, lr, beta), asked };
}
