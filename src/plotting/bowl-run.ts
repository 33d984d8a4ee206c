import { bowl, gradientDescent, type Matrix, run, symmetricEigen } from "@downhill/optim";
import { bestGradientDescent } from "./quadratic-rates.ts";
import type { Point } from "./scale.ts";
import { tracePoints } from "./trace-points.ts";

/** Gradient descent on the bowl ½xᵀHx of two variables, at its best fixed rate. */
export function bestBowlRun(H: Matrix, start: Point, steps: number): readonly Point[] {
  const { values, vectors } = symmetricEigen(H);
  const [mu, L] = values as unknown as readonly [number, number];
  const [c, s] = vectors[0] as unknown as readonly [number, number];
  const method = gradientDescent({ learningRate: bestGradientDescent(mu, L).eta });
  const problem = bowl([mu, L], Math.atan2(s, c));
  return tracePoints(run(method, problem, [start.x, start.y], { steps }));
}
