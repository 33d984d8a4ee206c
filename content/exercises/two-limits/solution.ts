import { bowl, type Method, momentum, nesterov, run } from "@downhill/optim";

/** Whether a run on curvature 10 still shrinks after many steps, when the larger of its roots is left alone. */
function converges(method: Method): boolean {
  const { frames, outcome } = run(method, bowl([10]), [1], { steps: 600, gradientTolerance: 0 });
  if (outcome.kind !== "budget") return outcome.kind !== "diverged";
  const widest = (from: number, to: number) =>
    Math.max(...frames.slice(from, to).map(({ x }) => Math.abs(x[0]!)));
  return widest(501, 601) < widest(401, 501);
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
