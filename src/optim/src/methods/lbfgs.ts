import type { Card } from "../card.ts";
import { type CurvaturePair, curvaturePair, curvaturePairKernel } from "../curvature-pair.ts";
import { type DescentState, descend } from "../descend.ts";
import { unitLengthThenFull } from "../first-trial.ts";
import { requireKnown, requireOneOf, requireWhole } from "../internal/guard.ts";
import { strongWolfe } from "../searches/strong-wolfe.ts";
import type { Direction, DirectionInPlace, Method, Vec } from "../types.ts";
import { dot } from "../vec.ts";

/**
 * The two loops of L-BFGS: writes d = −B g without ever forming the matrix B, the approximate
 * inverse of the Hessian that γ I and the pairs (δᵢ, yᵢ) stand for.
 *
 *     d ← −g
 *     newest to oldest:  aᵢ = ϱᵢ δᵢᵀ d,    d ← d − aᵢ yᵢ
 *     d ← γ d
 *     oldest to newest:  b = ϱᵢ yᵢᵀ d,     d ← d + (aᵢ − b) δᵢ
 *
 * @param pairs oldest first.
 * @param a room for as many numbers as there are pairs.
 * Source: Nocedal 1980; Nocedal & Wright 2006, algorithm 7.4.
 */
export function twoLoopKernel(
  d: Vec,
  g: Vec,
  pairs: readonly CurvaturePair[],
  gamma: number,
  a: Vec,
): void {
  const n = d.length;
  for (let j = 0; j < n; j++) d[j] = -g[j]!;
  for (let i = pairs.length - 1; i >= 0; i--) {
    const { delta, y, rho } = pairs[i]!;
    const ai = rho * twoSums(delta, d);
    for (let j = 0; j < n; j++) d[j] = d[j]! - ai * y[j]!;
    a[i] = ai;
  }
  for (let j = 0; j < n; j++) d[j] = gamma * d[j]!;
  for (let i = 0; i < pairs.length; i++) {
    const { delta, y, rho } = pairs[i]!;
    const change = a[i]! - rho * twoSums(y, d);
    for (let j = 0; j < n; j++) d[j] = d[j]! + change * delta[j]!;
  }
}

/** aᵀb as two sums side by side: a processor need not wait for one before it adds to the other. */
function twoSums(a: Vec, b: Vec): number {
  const n = a.length;
  let even = n % 2 === 1 ? a[n - 1]! * b[n - 1]! : 0;
  let odd = 0;
  for (let j = 1; j < n; j += 2) {
    even += a[j - 1]! * b[j - 1]!;
    odd += a[j]! * b[j]!;
  }
  return even + odd;
}

/** What B is before it learns from the pairs; see `lbfgs`. */
export type LbfgsScaling = "newest" | "none";

export interface LbfgsDirectionOptions {
  /** How many pairs are kept, m, a whole number, 1 or more. Default 10. */
  readonly memory?: number;
  /** B before the pairs: γ I with γ of the newest pair, or I. Default "newest". */
  readonly scaling?: LbfgsScaling;
}

export interface LbfgsOptions extends LbfgsDirectionOptions {
  /** Share c₁ of the promised decrease, in (0, 1). Default 1e-4. */
  readonly c1?: number;
  /** How steep a step may end, in [c₁, 1). Default 0.9. */
  readonly c2?: number;
}

/** The last point and gradient, and the pairs, oldest first. */
export interface LbfgsMemory {
  readonly last?: { readonly x: Vec; readonly g: Vec };
  readonly pairs: readonly CurvaturePair[];
}

/**
 * L-BFGS: BFGS that keeps m steps instead of a matrix.
 *
 *     x ← x − α B g
 *     δ = x_k − x_{k−1},  y = ∇f(x_k) − ∇f(x_{k−1})
 *     γ = δᵀy / yᵀy
 *
 * B comes from the pairs (δ, y) of the last m steps by `twoLoopKernel`, beginning with γ I, where γ
 * is that of the newest pair. 2mn numbers of memory and 4mn multiplications a step, where BFGS needs n² and 7n². α comes from
 * `strongWolfe`, with α = 1 as its first trial, except that the first step of the run is tried
 * with length 1: what L-BFGS-B and liblbfgs do. A pair without positive curvature is not kept.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range or an unknown word.
 * Sources: Nocedal 1980; Liu & Nocedal 1989 (γ); SciPy's L-BFGS-B without bounds.
 */
export function lbfgs(options: LbfgsOptions = {}): Method<DescentState<LbfgsMemory>> {
  requireKnown(NAME, options, ["memory", "scaling", "c1", "c2"]);
  const { c1 = 1e-4, c2 = 0.9, ...rest } = options;
  return descend(lbfgsDirection(rest), strongWolfe({ c1, c2, firstTrial: unitLengthThenFull }));
}

/**
 * d = −B g with B from the last m pairs: L-BFGS as a direction, for `descend` with any step length.
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range or an unknown word.
 */
export function lbfgsDirection(options: LbfgsDirectionOptions = {}): Direction<LbfgsMemory> {
  requireKnown(NAME, options, ["memory", "scaling"]);
  const m = requireWhole(NAME, "memory", options.memory ?? 10, 1);
  const scaling = requireOneOf(NAME, "scaling", options.scaling ?? "newest", SCALINGS);
  const gammaOf = scaling === "none" ? () => 1 : newestGamma;
  return {
    name: NAME,
    order: 1,
    init: () => ({ pairs: [] }),
    next({ x, g }, { last, pairs: before }) {
      const pair = last && curvaturePair(x, last.x, g, last.g);
      const pairs = pair === undefined ? before : [...before, pair].slice(-m);
      const d = new Float64Array(x.length);
      twoLoopKernel(d, g, pairs, gammaOf(pairs), new Float64Array(m));
      return { d, memory: { last: { x, g }, pairs } };
    },
    inPlace: (n) => lbfgsInPlace(n, m, gammaOf),
  };
}

const NAME = "lbfgs";
const SCALINGS: readonly LbfgsScaling[] = ["newest", "none"];

/** γ = δᵀy / yᵀy: the inverse of a curvature that H has, seen along y. */
function newestGamma(pairs: readonly CurvaturePair[]): number {
  const newest = pairs.at(-1);
  return newest === undefined ? 1 : 1 / (newest.rho * dot(newest.y, newest.y));
}

/** The same on buffers: the oldest pair's arrays become those of the newest. */
function lbfgsInPlace(
  n: number,
  m: number,
  gammaOf: (pairs: readonly CurvaturePair[]) => number,
): DirectionInPlace {
  const room = () => new Float64Array(n);
  const pairs: CurvaturePair[] = [];
  const last = { x: room(), g: room() };
  const a = new Float64Array(m);
  let spare: CurvaturePair = { delta: room(), y: room(), rho: 0 };
  let moved = false;
  return (d, x, g) => {
    if (moved) {
      spare.rho = curvaturePairKernel(spare.delta, spare.y, x, last.x, g, last.g);
      if (spare.rho > 0) {
        pairs.push(spare);
        spare = pairs.length > m ? pairs.shift()! : { delta: room(), y: room(), rho: 0 };
      }
    }
    moved = true;
    last.x.set(x);
    last.g.set(g);
    twoLoopKernel(d, g, pairs, gammaOf(pairs), a);
  };
}

/** The catalogue card of L-BFGS. */
export const lbfgsCard: Card = {
  id: "lbfgs",
  title: "L-BFGS",
  family: "curvature",
  parameters: [
    {
      name: "memory",
      symbol: "m",
      label: "pairs kept",
      default: 10,
      min: 1,
      max: 20,
      scale: "linear",
      whole: true,
    },
  ],
  source: "Nocedal 1980; Liu & Nocedal 1989",
  promises: {
    rotationInvariant: true,
    scaleInvariant: true,
    linear: false,
    monotone: true,
    convergesWithin: 300,
  },
  make: ({ memory = 10 } = {}) => lbfgs({ memory }),
};
