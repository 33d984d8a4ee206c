import type { Curvatures } from "./plane.ts";
import type { Point } from "./scale.ts";

const CORNERS = 72;

/** A circle as a closed path. */
export function circle(centre: Point, radius: number): readonly Point[] {
  return around((cos, sin) => ({ x: centre.x + radius * cos, y: centre.y + radius * sin }));
}

/**
 * The points p with pᵀMp = 1 as a closed path: an ellipse, short where M is large. Empty when M
 * is not positive definite, since they then make no ellipse.
 *
 * @param corners defaults to 72
 */
export function ellipseOf({ xx, xy, yy }: Curvatures, corners = CORNERS): readonly Point[] {
  if (!(xx > 0 && xx * yy - xy * xy > 0)) return [];
  // M = LLᵀ, and p = L⁻ᵀu goes round with u on the unit circle.
  const l11 = Math.sqrt(xx);
  const l21 = xy / l11;
  const l22 = Math.sqrt(yy - l21 * l21);
  return around((cos, sin) => {
    const y = sin / l22;
    return { x: (cos - l21 * y) / l11, y };
  }, corners);
}

function around(at: (cos: number, sin: number) => Point, corners = CORNERS): readonly Point[] {
  return Array.from({ length: corners + 1 }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners;
    return at(Math.cos(angle), Math.sin(angle));
  });
}
