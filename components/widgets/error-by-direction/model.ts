import { bowl, gradientDescent, run } from "@downhill/optim";
import { BEST, CURVATURES, START, STEPS } from "./state.ts";

/** A run, with the loss of each step divided among the directions. */
export interface ErrorRun {
  readonly eta: number;
  readonly losses: readonly number[];
  /** For each curvature ½λx² at every step; they add up to the loss. */
  readonly terms: readonly (readonly number[])[];
  /** The first step at which the loss is ten times what it was at first, if it ever is. */
  readonly diverged?: number;
}

const LOST = 10;

/** Gradient descent on the three curvatures at one rate. */
export function errorRun(eta: number): ErrorRun {
  const { frames } = run(gradientDescent({ learningRate: eta }), bowl(CURVATURES), START, {
    steps: STEPS,
  });
  const losses = frames.map(({ f }) => f);
  const terms = CURVATURES.map((lambda, i) =>
    frames.map(({ x }) => (lambda * (x[i] as number) ** 2) / 2),
  );
  const diverged = losses.findIndex((loss) => loss > LOST * (losses[0] as number));
  return { eta, losses, terms, ...(diverged >= 0 && { diverged }) };
}

/** The best rate of the long run: depends on nothing that the reader sets. */
export const bestRun = (): ErrorRun => errorRun(BEST);

/** The parts of the loss at a step, as shares of it. */
export function sharesAt({ terms, losses }: ErrorRun, t: number): readonly number[] {
  const loss = losses[t] as number;
  return terms.map((values) => (values[t] as number) / loss);
}
