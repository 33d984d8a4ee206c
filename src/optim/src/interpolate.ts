import type { Floats } from "./types.ts";

/**
 * Moves a the share c of the way to b, in place:
 *
 *     a ← (1 − c) a + c b
 *
 * Every average that is kept up to date step by step is of this form. With c = 1 it lands on b
 * exactly; with c in [0, 1] it never leaves the range between the two, so that no overflow can happen.
 */
export function interpolateKernel(a: Floats, b: Floats, c: number): void {
  const kept = 1 - c;
  for (let i = 0; i < a.length; i++) {
    a[i] = kept * a[i]! + c * b[i]!;
  }
}
