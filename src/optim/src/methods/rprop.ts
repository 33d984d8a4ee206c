import { type Card, learningRateParameter } from "../card.ts";
import {
  type FirstOrderOptions,
  type FirstOrderState,
  firstOrder,
  type Rule,
} from "../first-order.ts";
import {
  aboveOne,
  nonNegative,
  requireIn,
  requireKnown,
  requireOneOf,
  unitOpen,
} from "../internal/guard.ts";
import { learningRateOf } from "../internal/learning-rate.ts";
import type { Floats, Method, Schedule, Vec } from "../types.ts";

/** How step sizes change: factors η⁻ and η⁺, and the bounds that they keep. */
export interface RpropSizes {
  readonly shrink: number;
  readonly grow: number;
  readonly smallest: number;
  readonly largest: number;
}

/**
 * The new size Δ of a coordinate's step, from p = g · (gradient before):
 *
 *     Δ η⁺ if p > 0,   Δ η⁻ if p < 0,   Δ if p = 0,   kept between the bounds
 */
export function rpropSize(size: number, p: number, sizes: RpropSizes): number {
  const factor = p > 0 ? sizes.grow : p < 0 ? sizes.shrink : 1;
  return Math.min(Math.max(size * factor, sizes.smallest), sizes.largest);
}

/**
 * Rprop without a way back, one step in place. Where the sign of g has changed,
 * iRprop⁻ (`pause`) stays for one step and takes g for 0, and Rprop⁻ goes on:
 *
 *     p = g · before
 *     Δ ← Δ η⁺, Δ η⁻ or Δ by the sign of p
 *     g = 0 where p < 0                (with `pause`)
 *     x ← x − sign(g) Δ
 *     before ← g
 */
export function rpropKernel(
  x: Floats,
  g: Floats,
  before: Floats,
  size: Floats,
  sizes: RpropSizes,
  pause: boolean,
): void {
  for (let i = 0; i < x.length; i++) {
    const p = g[i]! * before[i]!;
    const gi = pause && p < 0 ? 0 : g[i]!;
    const next = rpropSize(size[i]!, p, sizes);
    size[i] = next;
    before[i] = gi;
    x[i] = x[i]! - Math.sign(gi) * next;
  }
}

/**
 * Rprop with a way back, one step in place. Where the sign of g has changed, the step d before is
 * taken back (if `back`), and in any case g counts as 0 in the next comparison:
 *
 *     p = g · before
 *     Δ ← Δ η⁺, Δ η⁻ or Δ by the sign of p
 *     d ← −sign(g) Δ     where p ≥ 0;   −d, or 0 without `back`, where p < 0
 *     x ← x + d
 *     before ← g         where p ≥ 0;   0 where p < 0
 */
export function rpropBackKernel(
  x: Floats,
  g: Floats,
  before: Floats,
  size: Floats,
  d: Floats,
  sizes: RpropSizes,
  back: boolean,
): void {
  for (let i = 0; i < x.length; i++) {
    const p = g[i]! * before[i]!;
    const next = rpropSize(size[i]!, p, sizes);
    const gi = p < 0 ? 0 : g[i]!;
    const di = p < 0 && back ? -d[i]! : -Math.sign(gi) * next;
    size[i] = next;
    before[i] = gi;
    d[i] = di;
    x[i] = x[i]! + di;
  }
}

/**
 * What Rprop remembers: the gradient `before` (0 where the sign has just changed), the size of
 * every coordinate's step, and in the forms with a way back the step d and f before it.
 */
export type RpropMemory = { before: Vec; size: Vec; d?: Vec; fBefore?: number };
export type RpropState = FirstOrderState<RpropMemory>;

/** What Rprop does where the gradient changes its sign; see `rprop`. */
export type RpropVariant = "rprop+" | "rprop-" | "irprop+" | "irprop-";

export interface RpropOptions extends Partial<FirstOrderOptions> {
  /**
   * The size Δ of the first step along every axis, in [0, ∞). Default 0.01. Of a schedule only the
   * rate of step 1 counts: the sizes then have a life of their own.
   */
  readonly learningRate?: number | Schedule;
  /** Which of the four variants. Default "irprop-". */
  readonly variant?: RpropVariant;
  /** η⁻ in (0, 1): factor where the sign changes. Default 0.5. */
  readonly shrink?: number;
  /** η⁺ in (1, ∞): factor where the sign stays. Default 1.2. */
  readonly grow?: number;
  /** No step is smaller than this, in [0, ∞). Default 1e-6. */
  readonly smallest?: number;
  /** No step is larger than this, in [0, ∞). Default 50. */
  readonly largest?: number;
}

/**
 * Rprop, resilient propagation: only the signs of the gradient count. Every coordinate has a step
 * size Δ of its own, which grows while the sign stays and shrinks when it changes.
 *
 *     Δ_k = η⁺ Δ_{k−1} if g_k g_{k−1} > 0,   η⁻ Δ_{k−1} if g_k g_{k−1} < 0,   Δ_{k−1} otherwise
 *     x_k = x_{k−1} − sign(g_k) Δ_k
 *
 * Where the sign has changed, a minimum was stepped over. The variants differ in what they do then:
 *
 *     "rprop-"   nothing special: go back by the smaller step
 *     "rprop+"   take the last step back, and compare no signs in the next step
 *     "irprop-"  stay for this step, and compare no signs in the next
 *     "irprop+"  as "rprop+" if f has risen in the last step, as "irprop-" if not
 *
 * "irprop+" looks at f as well, once a step. A product g_k g_{k−1} that underflows counts as 0, as
 * in PyTorch. Rprop is for exact gradients: on mini-batches, whose signs change at random, it
 * follows the frequent sign and not the mean.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range, an unknown word or a smallest step above the largest.
 * Source: Riedmiller & Braun 1993 ("rprop+"); Riedmiller 1994 ("rprop-"); Igel & Hüsken 2000 (the
 * other two); torch.optim.Rprop ("irprop-").
 */
export function rprop(options: RpropOptions = {}): Method<RpropState> {
  requireKnown("rprop", options, OPTIONS);
  const variant = requireOneOf("rprop", "variant", options.variant ?? "irprop-", VARIANTS);
  const learningRate = options.learningRate ?? 0.01;
  const rateOf = learningRateOf("rprop", learningRate);
  const rule = ruleOf(variant, () => rateOf(1), sizesOf(options));
  return firstOrder(rule, { ...options, learningRate });
}

function ruleOf(
  variant: RpropVariant,
  firstSize: () => number,
  sizes: RpropSizes,
): Rule<RpropMemory> {
  return {
    name: "rprop",
    memory(x0) {
      const zeros = () => new Float64Array(x0.length);
      return {
        before: zeros(),
        size: zeros().fill(firstSize()),
        ...(variant.endsWith("+") ? { d: zeros() } : {}),
        ...(variant === "irprop+" ? { fBefore: Number.POSITIVE_INFINITY } : {}),
      };
    },
    fragile: sizes.largest > HUGE,
    update(x, g, memory, _alpha, _k, value) {
      const { before, size, d } = memory;
      if (d === undefined) rpropKernel(x, g, before, size, sizes, variant === "irprop-");
      else rpropBackKernel(x, g, before, size, d, sizes, hasRisen(memory, value));
    },
  };
}

/** Whether f has risen in the last step; true where nobody asks. Remembers f for the next step. */
function hasRisen(memory: RpropMemory, value: () => number): boolean {
  if (memory.fBefore === undefined) return true;
  const before = memory.fBefore;
  memory.fBefore = value();
  return memory.fBefore > before;
}

function sizesOf(options: RpropOptions): RpropSizes {
  const sizes = {
    shrink: requireIn("rprop", "shrink", options.shrink ?? 0.5, unitOpen),
    grow: requireIn("rprop", "grow", options.grow ?? 1.2, aboveOne),
    smallest: requireIn("rprop", "smallest", options.smallest ?? 1e-6, nonNegative),
    largest: requireIn("rprop", "largest", options.largest ?? 50, nonNegative),
  };
  if (sizes.smallest > sizes.largest)
    throw new RangeError(
      `rprop: smallest must not be above largest, got ${sizes.smallest} and ${sizes.largest}`,
    );
  return sizes;
}

/** Steps of this size can add up to more than the largest number. */
const HUGE = 1e100;

const VARIANTS: readonly RpropVariant[] = ["rprop+", "rprop-", "irprop+", "irprop-"];
const OPTIONS = [
  "learningRate",
  "variant",
  "shrink",
  "grow",
  "smallest",
  "largest",
  "weightDecay",
  "maximize",
];

/** The catalogue card of Rprop. */
export const rpropCard: Card = {
  id: "rprop",
  title: "Rprop",
  family: "adaptive",
  parameters: [
    { ...learningRateParameter, label: "first step", symbol: "\\Delta_0", default: 0.1 },
    {
      name: "shrink",
      symbol: "\\eta^-",
      label: "factor after a change of sign",
      default: 0.5,
      min: 0.1,
      max: 0.9,
      scale: "linear",
    },
    {
      name: "grow",
      symbol: "\\eta^+",
      label: "factor while the sign stays",
      default: 1.2,
      min: 1.01,
      max: 2,
      scale: "linear",
    },
  ],
  source: "Riedmiller & Braun 1993; Igel & Hüsken 2000",
  promises: { rotationInvariant: false, scaleInvariant: true, linear: false, monotone: false },
  make: ({ learningRate = 0.1, shrink = 0.5, grow = 1.2 } = {}) =>
    rprop({ learningRate, shrink, grow }),
};
