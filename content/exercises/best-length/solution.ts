import { descend, exactQuadratic, run, steepestDescent, vec } from "@downhill/optim";

/** The first step length of steepest descent with the exact search, on the quadratic itself. */
export function answers(): readonly number[] {
  const H = [vec(4, 2), vec(2, 6)];
  const model = {
    dim: 2,
    value: ([p = 0, q = 0]: Float64Array) => 3 * p + 13 * q + 2 * p * p + 2 * p * q + 3 * q * q,
    gradient: ([p = 0, q = 0]: Float64Array) => vec(3 + 4 * p + 2 * q, 13 + 2 * p + 6 * q),
    hessian: () => H,
  };
  const { frames } = run(descend(steepestDescent, exactQuadratic), model, [0, 0], { steps: 1 });
  return [frames[1]!.x[0]! / -3];
}
