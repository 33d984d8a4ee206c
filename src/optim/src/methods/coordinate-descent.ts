import type { Card } from "../card.ts";
import {
  nonNegative,
  positive,
  requireIn,
  requireKnown,
  requireOneOf,
  requireWhole,
} from "../internal/guard.ts";
import { mulberry32, mulberry32Skip } from "../random.ts";
import { brent } from "../searches/brent.ts";
import type { Method, State, Vec } from "../types.ts";

/** Where coordinate descent stands. */
export interface CoordinateDescentState extends State {
  /** The next trial stride along each coordinate; its sign is the direction that is tried first. */
  readonly strides: Vec;
  /** 1 for each coordinate along which f has been found not to fall from x, else 0. */
  readonly settled: Vec;
}

export interface CoordinateDescentOptions {
  /** Which coordinate is next: one after the other, or any at random. Default "cyclic". */
  readonly order?: "cyclic" | "random";
  /** To a minimum along the coordinate by Brent's method, or one stride. Default "exact". */
  readonly search?: "exact" | "pattern";
  /** The first trial stride, in (0, ∞). Default 1. */
  readonly stride?: number;
  /**
   * Relative tolerance of the exact search, or the stride below which the pattern gives up;
   * in [0, ∞). Default 1.48e-8.
   */
  readonly tolerance?: number;
  /** Seed of the random order, a whole number. Default 0. */
  readonly seed?: number;
}

/**
 * Coordinate descent: lowers f along one coordinate at a time, and needs no derivative.
 *
 *     exact      xᵢ ← argmin_s f(x₁, …, xᵢ₋₁, s, xᵢ₊₁, …, xₙ)
 *     pattern    xᵢ ← xᵢ ± hᵢ if f is lower there, first the way that worked last; then hᵢ ← 2hᵢ,
 *                and hᵢ ← hᵢ/2 if neither is lower
 *
 * One step is one coordinate, so that a sweep of n variables is n steps. On a quadratic the exact,
 * cyclic form is the Gauss–Seidel iteration for ∇f = 0. For smooth convex f (also with a separable
 * nonsmooth part, such as Σ|xᵢ|) it reaches the minimum; at a kink across the axes it can
 * stall, as at (−2, −2) on |x + y| + 3|x − y|. When no coordinate lowers f, the run ends as "stalled".
 *
 * Where f is NaN counts as ∞. The exact search finds some minimum along the line, not always the nearest.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range or an unknown word.
 * Sources: Wright 2015; the pattern after Rosenbrock 1960.
 */
export function coordinateDescent(
  options: CoordinateDescentOptions = {},
): Method<CoordinateDescentState> {
  const { order, search, stride, tolerance, seed } = checked(options);
  return {
    name: "coordinateDescent",
    order: 0,
    init: (_oracle, x0) => ({
      k: 0,
      x: Float64Array.from(x0),
      strides: new Float64Array(x0.length).fill(stride),
      settled: new Float64Array(x0.length),
    }),
    step(oracle, state) {
      if (state.settled.every((flag) => flag === 1)) return { ...state, stalled: NOTHING_LOWER };
      const { k: before } = state;
      const x = Float64Array.from(state.x);
      const strides = Float64Array.from(state.strides);
      const settled = Float64Array.from(state.settled);
      const i = order === "cyclic" ? before % x.length : draw(seed, before, x.length);

      const start = x[i]!;
      const along = (s: number): number => {
        const probe = Float64Array.from(x);
        probe[i] = s;
        const value = oracle.f(probe);
        return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
      };
      const h = strides[i]!;
      const found =
        search === "exact"
          ? lineMinimum(along, start, h, tolerance)
          : strideFrom(along, start, h, tolerance);
      if (found === undefined) return { ...state, diverged: "f(x)" };
      x[i] = found.x;
      strides[i] = found.stride;
      if (found.x !== start) settled.fill(0);
      else if (found.last) settled[i] = 1;
      return { k: before + 1, x, strides, settled };
    },
  };
}

/** What came of one coordinate. */
interface Found {
  /** Its new value; the old one if f is not lower anywhere. */
  readonly x: number;
  /** The stride to try next. */
  readonly stride: number;
  /** Whether a shorter stride is of no use. */
  readonly last: boolean;
}

/** A minimum along the line, or undefined if f falls without end. */
function lineMinimum(
  along: (s: number) => number,
  start: number,
  stride: number,
  tolerance: number,
): Found | undefined {
  const stay = { x: start, stride, last: true };
  if (start + stride === start) return stay;
  const { x, f, outcome } = brent(along, [start, start + stride], { tolerance });
  if (outcome.kind === "diverged") return undefined;
  return f < along(start) ? { ...stay, x } : stay;
}

/** One stride forwards or backwards, if f is lower there. */
function strideFrom(
  along: (s: number) => number,
  start: number,
  stride: number,
  tolerance: number,
): Found {
  const f = along(start);
  if (along(start + stride) < f) return { x: start + stride, stride: 2 * stride, last: false };
  if (along(start - stride) < f) return { x: start - stride, stride: -2 * stride, last: false };
  return { x: start, stride: stride / 2, last: Math.abs(stride / 2) <= tolerance };
}

/** The coordinate of step k + 1: any of n, from draw k of the generator. */
function draw(seed: number, k: number, n: number): number {
  return Math.floor(mulberry32(mulberry32Skip(seed, k))() * n);
}

const NOTHING_LOWER =
  "f is lower along no coordinate: x is a minimum, or a kink that only several coordinates together lead out of";

function checked(options: CoordinateDescentOptions): Required<CoordinateDescentOptions> {
  const where = "coordinateDescent";
  requireKnown(where, options, ["order", "search", "stride", "tolerance", "seed"]);
  return {
    order: requireOneOf(where, "order", options.order ?? "cyclic", ["cyclic", "random"]),
    search: requireOneOf(where, "search", options.search ?? "exact", ["exact", "pattern"]),
    stride: requireIn(where, "stride", options.stride ?? 1, positive),
    tolerance: requireIn(where, "tolerance", options.tolerance ?? 1.48e-8, nonNegative),
    seed: requireWhole(where, "seed", options.seed ?? 0),
  };
}

/** The catalogue card of coordinate descent, cyclic and exact. */
export const coordinateDescentCard: Card = {
  id: "coordinate-descent",
  title: "Coordinate descent",
  family: "derivative-free",
  parameters: [
    {
      name: "stride",
      symbol: "h",
      label: "first stride",
      default: 0.5,
      min: 0.001,
      max: 10,
      scale: "log",
    },
  ],
  source: "Wright 2015",
  promises: { rotationInvariant: false, scaleInvariant: true, linear: false, monotone: true },
  make: ({ stride = 0.5 } = {}) => coordinateDescent({ stride }),
};
