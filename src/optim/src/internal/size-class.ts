import type { Vec } from "../types.ts";
import { allFinite } from "../vec.ts";

/** How large the entries of a vector are: all at most about `LARGE`, some larger, some not finite. */
export const ORDINARY = 0;
export const SOME_LARGE = 1;
export const NOT_FINITE = 2;
export type SizeClass = typeof ORDINARY | typeof SOME_LARGE | typeof NOT_FINITE;

/** A step of an ordinary gradient at a rate below this cannot leave the range of double precision. */
export const LARGE = 1e100;

/**
 * Looks at every entry of a gradient, at every step of a run, without slowing it down: the sizes
 * are added in four sums, which a processor adds at the same time, and the answer is a small whole
 * number, which needs no memory.
 */
export function sizeClass(a: Vec): SizeClass {
  const n = a.length - (a.length % 4);
  let p = 0;
  let q = 0;
  let r = 0;
  let s = 0;
  for (let i = 0; i < n; i += 4) {
    p += Math.abs(a[i]!);
    q += Math.abs(a[i + 1]!);
    r += Math.abs(a[i + 2]!);
    s += Math.abs(a[i + 3]!);
  }
  for (let i = n; i < a.length; i++) p += Math.abs(a[i]!);
  if (p + q + r + s <= LARGE) return ORDINARY;
  return allFinite(a) ? SOME_LARGE : NOT_FINITE;
}
