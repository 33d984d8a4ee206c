import { amsgradKernel, inverseSquareRoot } from "@downhill/optim";
import { STEPS, type WrongEndState } from "./state.ts";

/** What a method does on the problem; index t is after t steps. */
export interface WrongEndRun {
  readonly name: "Adam" | "AMSGrad";
  readonly xs: readonly number[];
  /** What stands under the root at step t: the average of squares, or the record of it. */
  readonly divided: readonly number[];
  /** The regret so far, per step; nothing at t = 0. */
  readonly regrets: readonly number[];
}

type Setting = Omit<WrongEndState, "t">;

/** The gradient of step t = 1, 2, …: C once in three steps, −1 in the others, wherever x is. */
export function gradientAt(t: number, C: number): number {
  return t % 3 === 1 ? C : -1;
}

/** Both methods from 0 with the rate 0.5/√t, without corrections and without ε, kept in [−1, 1]. */
export function wrongEndRuns(setting: Setting): readonly WrongEndRun[] {
  return [wrongEndRun(setting, "Adam"), wrongEndRun(setting, "AMSGrad")];
}

const rate = inverseSquareRoot({ learningRate: 0.5 });

function wrongEndRun({ C, beta1, beta2 }: Setting, name: WrongEndRun["name"]): WrongEndRun {
  const [x, g, m, s, sMax] = Array.from({ length: 5 }, () => new Float64Array(1)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const xs = [0];
  const divided = [0];
  const regrets = [0];
  let regret = 0;
  for (let t = 1; t <= STEPS; t++) {
    g[0] = gradientAt(t, C);
    // The best fixed place is −1, whose loss is −g.
    regret += g[0] * ((x[0] as number) + 1);
    // AMSGrad whose record is always forgotten is Adam.
    if (name === "Adam") sMax[0] = 0;
    amsgradKernel(x, g, m, s, sMax, rate(t), beta1, beta2, 0, t, "paper");
    x[0] = Math.max(-1, Math.min(1, x[0] as number));
    xs.push(x[0]);
    divided.push(sMax[0] as number);
    regrets.push(regret / t);
  }
  return { name, xs, divided, regrets };
}
