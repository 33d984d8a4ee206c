import { adam, amsgrad, type Method, run, yogiKernel } from "@downhill/optim";
import { rareRuns } from "#components/widgets/rare-gradients/model.ts";
import { wrongEndRuns } from "#components/widgets/wrong-end/model.ts";

/** Positions of Adam and of AMSGrad on the problem with three steps; index t is after t steps. */
export function wrongEnd(part: { C?: number; beta1?: number; beta2?: number } = {}) {
  const [one, other] = wrongEndRuns({ C: 3, beta1: 0, beta2: 0.1, ...part });
  return { adam: one!, amsgrad: other! };
}

/** The same on the problem with 101 steps. */
export function longCycle(beta2: number) {
  const [one, other] = rareRuns({ when: "every", beta2, seed: 1 });
  return { adam: one!.xs, amsgrad: other!.xs };
}

/** Step of the spike. */
const AT = 50;

/** Adam or a version of AMSGrad on gradients of 1 with one of 100 at step 50, with η = 1. */
function onSpike(method: Method, last: number) {
  const gradient = (t: number) => Float64Array.of(t === AT ? 100 : 1);
  const stream = {
    dim: 1,
    value: () => 0,
    gradient: () => new Float64Array(1),
    at: (t: number) => ({ dim: 1, value: () => 0, gradient: () => gradient(t) }),
  };
  const { frames } = run(method, stream, [0], { steps: last });
  return frames;
}

export type Version = "Adam" | "paper" | "pytorch" | "optax";

const LAST = 6000;
const made = new Map<Version, ReturnType<typeof onSpike>>();

/** Every frame of the run after the spike, computed once. */
export function spikeFrames(version: Version) {
  const settings = { learningRate: 1 };
  const known = made.get(version);
  if (known !== undefined) return known;
  const method = version === "Adam" ? adam(settings) : amsgrad({ ...settings, form: version });
  const frames = onSpike(method as Method, LAST);
  made.set(version, frames);
  return frames;
}

/** The length of step t. */
export function spikeStep(version: Version, t: number): number {
  const frames = spikeFrames(version);
  return Math.abs(frames[t]!.x[0]! - frames[t - 1]!.x[0]!);
}

/** An entry of what the method remembers after step t. */
export function spikeMemory(version: Version, name: "m" | "s" | "sMax", t: number): number {
  return (spikeFrames(version)[t]!.state as unknown as Record<string, Float64Array>)[name]![0]!;
}

/** s after each step of a cycle in the long run, and the three steps at the rate given. */
export function cycleOf(C: number, beta2: number, rate: number) {
  const gradients = [C, -1, -1];
  const steps: { s: number; step: number }[] = [];
  let s = 0;
  for (let t = 0; t < 3000; t++) {
    const g = gradients[t % 3]!;
    s = beta2 * s + (1 - beta2) * g * g;
    steps.push({ s, step: (-rate * g) / Math.sqrt(s) });
  }
  return steps.slice(-3);
}

/** The β₂ at which the steps of a cycle add up to 0, by halving. */
export function border(C: number): number {
  const drift = (beta2: number) => cycleOf(C, beta2, 1).reduce((sum, { step }) => sum + step, 0);
  let [low, high] = [0, 0.99];
  while (high - low > 1e-5) {
    const middle = (low + high) / 2;
    if (drift(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}

/** x after t steps of Yogi on the problem with three steps. */
export function yogiAt(t: number): number {
  const [x, g, m] = [0, 1, 2].map(() => new Float64Array(1)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const v = Float64Array.of(1e-6);
  for (let k = 1; k <= t; k++) {
    g[0] = k % 3 === 1 ? 3 : -1;
    yogiKernel(x, g, m, v, 0.5 / Math.sqrt(k), 0, 0.1, 1e-3);
    x[0] = Math.max(-1, Math.min(1, x[0]!));
  }
  return x[0]!;
}
