import { bowl, type Method, momentum, nesterov, run } from "@downhill/optim";

/** Whether a run on curvature 10 is closer to the minimum at its end than at its start. */
function converges(method: Method): boolean {
  const { frames } = run(method, bowl([10]), [1], { steps: 4000, gradientTolerance: 0 });
  const last = Math.abs(frames.at(-1)!.x[0]!);
  return last < 1;
}

/** The rate at which runs turn from converging to diverging, by bisection. */
function limit(make: (learningRate: number) => Method): number {
  let [stable, unstable] = [0.01, 1];
  while (unstable - stable > 1e-9) {
    const middle = (stable + unstable) / 2;
    if (converges(make(middle))) stable = middle;
    else unstable = middle;
  }
  return stable;
}

/** Both limits, from runs rather than from the formulas. */
export function answers(): readonly number[] {
  return [
    limit((learningRate) => nesterov({ learningRate, beta: 0.9 })),
    limit((learningRate) => momentum({ learningRate, beta: 0.9 })),
  ];
}
