import type { Card } from "../card.ts";
import { type CgIterate, cgStart, cgStep } from "../conjugate-gradients.ts";
import type { Method, State } from "../types.ts";
import { allFinite, axpy, dot, norm } from "../vec.ts";

/** The state of linear conjugate gradients: the point x, its residual r and the next direction d. */
export interface LinearCgState extends State, CgIterate {
  /** ‖r‖ at the start. */
  readonly size: number;
}

/**
 * Conjugate gradients for a quadratic f(x) = ½ xᵀAx − bᵀx: at its minimum after n steps.
 *
 *     α = rᵀr / dᵀAd
 *     x ← x + α d
 *     r′ = r − α A d
 *     d ← r′ + (r′ᵀr′ / rᵀr) d
 *
 * It starts with r = d = −∇f(x₀). A step asks for one product A d and for no matrix. There is
 * no learning rate: α minimizes f along d, and d is conjugate to all directions before it.
 *
 * For quadratics only. Ends as "stalled" where f is solved, curves down along d, or proves to be
 * no quadratic: then ∇f is not where r says.
 *
 * Source: Hestenes & Stiefel 1952.
 */
export function linearCg(): Method<LinearCgState> {
  return {
    name: "linearCg",
    order: 2,
    anchored: true,
    init(oracle, x0) {
      const r = oracle.g(x0).map((entry) => -entry);
      return { k: 0, size: norm(r), ...cgStart(Float64Array.from(x0), r) };
    },
    step(oracle, state) {
      const { k, x, r, d, size } = state;
      if (!allFinite(oracle.g(x))) return { ...state, diverged: "the gradient" };
      const ad = oracle.hv(x, d);
      if (!allFinite(ad)) return { ...state, diverged: "the Hessian" };
      const off = norm(axpy(1, oracle.g(x), r));
      const rounding = norm(x) * (norm(ad) / norm(d) || 0);
      if (off > QUADRATIC * (size + rounding)) return { ...state, stalled: notQuadratic(off) };
      const rr = dot(r, r);
      if (rr === 0) return { ...state, stalled: "the residual is 0: x solves A x = b" };
      const curvature = dot(d, ad);
      if (!(curvature > 0)) return { ...state, stalled: notConvex(curvature) };
      return { ...cgStep(state, ad), k: k + 1, size, stepLength: rr / curvature };
    },
  };
}

/** How far ∇f may be off the residual, relative to what they are sums of. */
const QUADRATIC = 1e-6;

function notQuadratic(off: number): string {
  return `f is not a quadratic: its gradient is off the residual by ${off.toPrecision(2)}. Use newtonCg()`;
}

function notConvex(curvature: number): string {
  return `the curvature dᵀAd along the next direction must be above 0, got ${curvature.toPrecision(2)}: f has no minimum there. Use trustRegion({ subproblem: "steihaug" })`;
}

/** The catalogue card of linear conjugate gradients. */
export const linearCgCard: Card = {
  id: "linear-cg",
  title: "Linear conjugate gradients",
  family: "curvature",
  parameters: [],
  source: "Hestenes & Stiefel 1952",
  promises: {
    rotationInvariant: true,
    scaleInvariant: true,
    linear: true,
    monotone: false,
    quadraticSteps: (n) => n,
  },
  make: () => linearCg(),
};
