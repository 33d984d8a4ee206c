import type { Card } from "../card.ts";
import { curvaturePairKernel } from "../curvature-pair.ts";
import { type DescentState, descend } from "../descend.ts";
import { sameDecrease } from "../first-trial.ts";
import { requireKnown, requireOneOf } from "../internal/guard.ts";
import { strongWolfe } from "../searches/strong-wolfe.ts";
import type { Direction, Matrix, Method, Vec } from "../types.ts";
import { dot } from "../vec.ts";

/**
 * The BFGS update of B, the approximate inverse of the Hessian, in place:
 *
 *     B ← (I − ϱ δ yᵀ) B (I − ϱ y δᵀ) + ϱ δ δᵀ
 *       = B + ϱ (1 + ϱ yᵀBy) δ δᵀ − ϱ (By δᵀ + δ (By)ᵀ),    ϱ = 1/(yᵀδ)
 *
 * Afterwards B y = δ: the secant equation. Of all symmetric matrices that satisfy it this is the one
 * closest to the old B (in a norm that the Hessian weights). B stays symmetric, and positive
 * definite if yᵀδ > 0.
 *
 * @param By room for n numbers.
 * Source: Broyden, Fletcher, Goldfarb, Shanno 1970; Nocedal & Wright 2006, equation 6.17.
 */
export function bfgsKernel(B: Matrix, delta: Vec, y: Vec, rho: number, By: Vec): void {
  const n = delta.length;
  for (let i = 0; i < n; i++) By[i] = dot(B[i]!, y);
  const c = rho * (1 + rho * dot(y, By));
  for (let i = 0; i < n; i++) {
    const row = B[i]!;
    for (let j = 0; j < n; j++) {
      const cross = By[i]! * delta[j]! + delta[i]! * By[j]!;
      row[j] = row[j]! + c * (delta[i]! * delta[j]!) - rho * cross;
    }
  }
}

/** What B is before it learns; see `bfgs`. */
export type BfgsScaling = "none" | "first";

export interface BfgsDirectionOptions {
  /**
   * B before the first update: I, or γ I with γ = δᵀy / yᵀy of the first pair. Default "none".
   */
  readonly scaling?: BfgsScaling;
}

export interface BfgsOptions extends BfgsDirectionOptions {
  /** Share c₁ of the promised decrease, in (0, 1). Default 1e-4. */
  readonly c1?: number;
  /** How steep a step may end, in [c₁, 1). Default 0.9. */
  readonly c2?: number;
}

/** The matrix B, and the last point and gradient. */
export interface BfgsMemory {
  /** The approximate inverse of the Hessian. */
  readonly B: Matrix;
  /** How many pairs B has learned from. */
  readonly updates: number;
  readonly last?: { readonly x: Vec; readonly g: Vec };
}

/**
 * BFGS: Newton's method with a Hessian that is learned from the changes of the gradient.
 *
 *     x ← x − α B g
 *     δ = x_k − x_{k−1},  y = ∇f(x_k) − ∇f(x_{k−1}),    B ← `bfgsKernel`(B, δ, y)
 *
 * B stands for the inverse of the Hessian and begins as I; n² numbers, and about 7n² multiplications
 * a step. α comes from `strongWolfe`. Its first trial expects f to fall as much as in the step before,
 * but is at most 1; the first step of the run is tried with length 1: nearly what SciPy's BFGS does.
 * A pair without positive curvature is skipped.
 *
 * scaling "first" (Nocedal & Wright 2006, equation 6.20) multiplies the I by γ when the first pair
 * is known. That helps where curvatures are much below 1, and can do harm where they are spread
 * widely: γ fits the large ones, and B has a long way to grow in the other directions.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range or an unknown word.
 * Sources: Broyden 1970, Fletcher 1970, Goldfarb 1970, Shanno 1970; scipy.optimize.minimize(method="BFGS").
 */
export function bfgs(options: BfgsOptions = {}): Method<DescentState<BfgsMemory>> {
  requireKnown(NAME, options, ["scaling", "c1", "c2"]);
  const { c1 = 1e-4, c2 = 0.9, ...rest } = options;
  const firstTrial = sameDecrease({ largest: 1 });
  return descend(bfgsDirection(rest), strongWolfe({ c1, c2, firstTrial }));
}

/**
 * d = −B g with the B of BFGS: as a direction, for `descend` with any step length.
 * @throws TypeError for an unknown option or a value of another type, RangeError for an unknown
 *   word.
 */
export function bfgsDirection(options: BfgsDirectionOptions = {}): Direction<BfgsMemory> {
  requireKnown(NAME, options, ["scaling"]);
  const scaling = requireOneOf(NAME, "scaling", options.scaling ?? "none", SCALINGS);
  /** Learns from the newest pair, and returns how many B has then learned from. */
  const learn = (B: Matrix, updates: number, { delta, y, By }: Room, rho: number): number => {
    if (!(rho > 0)) return updates;
    if (scaling === "first" && updates === 0) multiply(B, 1 / (rho * dot(y, y)));
    bfgsKernel(B, delta, y, rho, By);
    return updates + 1;
  };
  return {
    name: NAME,
    order: 1,
    init: (n) => ({ B: identity(n), updates: 0 }),
    next({ x, g }, { B: before, updates, last }) {
      const n = x.length;
      const B = before.map((row) => Float64Array.from(row));
      const room = roomFor(n);
      const rho =
        last === undefined ? 0 : curvaturePairKernel(room.delta, room.y, x, last.x, g, last.g);
      const learned = learn(B, updates, room, rho);
      const d = new Float64Array(n);
      minusProduct(d, B, g);
      return { d, memory: { B, updates: learned, last: { x, g } } };
    },
    inPlace(n) {
      const B = identity(n);
      const room = roomFor(n);
      const last = { x: new Float64Array(n), g: new Float64Array(n) };
      let moved = false;
      let updates = 0;
      return (d, x, g) => {
        const rho = moved ? curvaturePairKernel(room.delta, room.y, x, last.x, g, last.g) : 0;
        updates = learn(B, updates, room, rho);
        moved = true;
        last.x.set(x);
        last.g.set(g);
        minusProduct(d, B, g);
      };
    },
  };
}

const NAME = "bfgs";
const SCALINGS: readonly BfgsScaling[] = ["none", "first"];

interface Room {
  readonly delta: Vec;
  readonly y: Vec;
  readonly By: Vec;
}

function roomFor(n: number): Room {
  return { delta: new Float64Array(n), y: new Float64Array(n), By: new Float64Array(n) };
}

function identity(n: number): Matrix {
  return Array.from({ length: n }, (_, i) => {
    const row = new Float64Array(n);
    row[i] = 1;
    return row;
  });
}

function multiply(B: Matrix, factor: number): void {
  for (const row of B) for (let j = 0; j < row.length; j++) row[j] = factor * row[j]!;
}

function minusProduct(d: Vec, B: Matrix, g: Vec): void {
  for (let i = 0; i < d.length; i++) d[i] = -dot(B[i]!, g);
}

/** The catalogue card of BFGS. */
export const bfgsCard: Card = {
  id: "bfgs",
  title: "BFGS",
  family: "curvature",
  parameters: [
    {
      name: "c2",
      symbol: "c_2",
      label: "how flat a step must end",
      default: 0.9,
      min: 0.1,
      max: 0.95,
      scale: "linear",
    },
  ],
  source: "Broyden 1970; Fletcher 1970; Goldfarb 1970; Shanno 1970",
  promises: {
    rotationInvariant: true,
    scaleInvariant: false,
    linear: false,
    monotone: true,
    convergesWithin: 200,
  },
  make: ({ c2 = 0.9 } = {}) => bfgs({ c2 }),
};
