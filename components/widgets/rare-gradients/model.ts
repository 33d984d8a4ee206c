import { adamKernel, amsgradKernel, mulberry32 } from "@downhill/optim";
import { type RareGradientsState, STEPS } from "./state.ts";

/** Positions of a method; index t is after t steps. */
export interface RareRun {
  readonly name: "Adam" | "AMSGrad";
  readonly xs: Float64Array;
}

const LARGE = 1010;
const SMALL = -10;
const CYCLE = 101;
/** How often the large gradient comes when it comes at random. */
const CHANCE = 0.01;
const RATE = 0.01;
const BETA1 = 0.9;

/** The gradients of steps 1, 2, …, which do not depend on where x is. */
export function rareGradients({
  when,
  seed,
}: Pick<RareGradientsState, "when" | "seed">): (t: number) => number {
  if (when === "every") return (t) => (t % CYCLE === 1 ? LARGE : SMALL);
  const random = mulberry32(seed);
  return () => (random() < CHANCE ? LARGE : SMALL);
}

/** The mean of the gradients: small and positive, so that −1 is the best place. */
export function meanGradient(when: RareGradientsState["when"]): number {
  const share = when === "every" ? 1 / CYCLE : CHANCE;
  return share * LARGE + (1 - share) * SMALL;
}

/** Adam and AMSGrad in PyTorch's form, both with their corrections, from 0 and kept in [−1, 1]. */
export function rareRuns(state: RareGradientsState): readonly RareRun[] {
  const { beta2 } = state;
  const [a, b, g, ma, mb, sa, sb, sMax] = Array.from({ length: 8 }, () => new Float64Array(1)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const gradient = rareGradients(state);
  const adam = new Float64Array(STEPS + 1);
  const amsgrad = new Float64Array(STEPS + 1);
  for (let t = 1; t <= STEPS; t++) {
    g[0] = gradient(t);
    adamKernel(a, g, ma, sa, RATE, BETA1, beta2, 0, t);
    amsgradKernel(b, g, mb, sb, sMax, RATE, BETA1, beta2, 0, t, "pytorch");
    adam[t] = a[0] = kept(a[0] as number);
    amsgrad[t] = b[0] = kept(b[0] as number);
  }
  return [
    { name: "Adam", xs: adam },
    { name: "AMSGrad", xs: amsgrad },
  ];
}

const kept = (x: number) => Math.max(-1, Math.min(1, x));
