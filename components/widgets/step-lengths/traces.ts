import type { Trace } from "./figure-of.ts";

/** How far the step went. */
export const stepLength: Trace = { of: ({ move }) => Math.abs(move) };

/** Step length over the size of the gradient: what stands where gradient descent has η. */
export const effectiveRate: Trace = {
  of: ({ move, g }) => (g === 0 ? Number.NaN : Math.abs(move / g)),
};

/** How far the run is from its start. */
export const travelled: Trace = { of: ({ x, start }) => Math.abs(x - start) };

/** The distance from 0. */
export const distance: Trace = { of: ({ x }) => Math.abs(x) };
