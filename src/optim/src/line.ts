import type { Before, Line, LineSearch, Oracle, Vec } from "./types.ts";
import { axpy, dot, norm } from "./vec.ts";

/** A line that can tell whether φ(0) has been asked for, and what it was. */
export interface WatchedLine extends Line {
  readonly f0: number | undefined;
}

/** f along the ray from x in direction d, as an oracle sees it. */
export function lineOf(oracle: Oracle, x: Vec, d: Vec): WatchedLine {
  let f0: number | undefined;
  const at = (alpha: number): Vec => (alpha === 0 ? x : axpy(alpha, d, x));
  return {
    get f0() {
      return f0;
    },
    value(alpha) {
      const f = oracle.f(at(alpha));
      if (alpha === 0) f0 = f;
      return f;
    },
    slope: (alpha) => dot(oracle.g(at(alpha)), d),
    curvature: (alpha) => dot(oracle.hv(at(alpha), d), d),
    length: () => norm(d),
  };
}

/** A line search from what it does on a line: all that it looks at is φ and its derivatives. */
export function lineSearch(
  name: string,
  along: (line: Line, before: Before | undefined) => number | string,
): LineSearch {
  return {
    name,
    along,
    search: (oracle, x, d, before) => along(lineOf(oracle, x, d), before),
  };
}

/**
 * Why no search can start on this line, in words: f is not finite at its beginning, or d does
 * not lead downhill. Undefined if a search can start.
 */
export function cannotStart(name: string, f: number, slope: number): string | undefined {
  if (!Number.isFinite(f)) return `${name}: f(x) must be a finite number, got ${f}; move x`;
  if (slope < 0 && Number.isFinite(slope)) return undefined;
  const remedy = slope === 0 ? "x may be a critical point already" : "use −d, or another direction";
  return `${name}: the slope dᵀ∇f must be below 0, got ${slope}; ${remedy}`;
}
