export function nesterovStep(
  theta: readonly number[],
  v: readonly number[],
  grad: (at: readonly number[]) => number[],
  lr: number,
  beta: number,
): { theta: number[]; v: number[] } {
  const look = theta.map((position, i) => position - lr * beta * (v[i] ?? 0));
  const g = grad(look);
  const next = v.map((velocity, i) => beta * velocity + (g[i] ?? 0));
  return {
    theta: theta.map((position, i) => position - lr * (next[i] ?? 0)),
    v: next,
  };
}

/** For the check: one step of yours on the bowl with given curvatures, and where it asks for the gradient. */
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
