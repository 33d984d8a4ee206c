import { cgStart, cgStep } from "../conjugate-gradients.ts";
import type { Vec } from "../types.ts";
import { axpy, dot, norm } from "../vec.ts";
import {
  distanceToBoundary,
  type ModelStep,
  modelStep,
  type QuadraticModel,
} from "./quadratic-model.ts";

/**
 * Conjugate gradients on the model, stopped at the radius.
 *
 * From p = 0 the iterates grow in length while the model falls. So the first one outside the
 * radius tells where to stop: where the path crosses it. A direction along which the model
 * curves down is followed to the boundary too. Otherwise it ends when the residual ‖Hp + g‖ is at most
 * min(½, √‖g‖) ‖g‖: roughly while far, ever better when near.
 *
 * Needs products H v only, never the matrix: about n of them at most, for a step that promises no
 * less than Cauchy's.
 *
 * Source: Steihaug 1983; Toint 1981; tolerance of Nocedal & Wright 2006, algorithm 7.2.
 */
export function steihaugStep({ g, hv }: QuadraticModel, radius: number): ModelStep {
  const size = norm(g);
  const close = Math.min(0.5, Math.sqrt(size)) * size;
  // Solves H p = −g. The residual r = −g − Hp tells Hp without another product.
  const promised = (p: Vec, r: Vec, onBoundary: boolean) =>
    modelStep(g, p, axpy(1, r, g).map(negative), onBoundary);

  let iterate = cgStart(new Float64Array(g.length), g.map(negative));
  for (let j = 0; j < MOST_STEPS * g.length && norm(iterate.r) > close; j++) {
    const { x: p, r, d } = iterate;
    const hd = hv(d);
    const next = cgStep(iterate, hd);
    if (!(dot(d, hd) > 0 && norm(next.x) < radius)) {
      const tau = distanceToBoundary(p, d, radius);
      return promised(axpy(tau, d, p), axpy(-tau, hd, r), true);
    }
    iterate = next;
  }
  return promised(iterate.x, iterate.r, false);
}

/** Without rounding n steps are enough; with it, this many times n certainly are. */
const MOST_STEPS = 10;

function negative(entry: number): number {
  return -entry;
}
