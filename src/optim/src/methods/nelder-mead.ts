import type { Card } from "../card.ts";
import {
  nonNegative,
  positive,
  requireBoolean,
  requireIn,
  requireKnown,
  show,
} from "../internal/guard.ts";
import type { Method, Oracle, State, Vec } from "../types.ts";
import { maxNorm } from "../vec.ts";

/** A corner of the simplex, with f there. */
export interface SimplexVertex {
  readonly x: Vec;
  readonly f: number;
}

/** What a step did to the simplex. */
export type NelderMeadMove =
  | "reflect"
  | "expand"
  | "contract outside"
  | "contract inside"
  | "shrink";

/** Where the Nelder–Mead method stands. */
export interface NelderMeadState extends State {
  /** n + 1 vertices, the best first. From step 1 on, x is the best one. */
  readonly simplex: readonly SimplexVertex[];
  /** What the last step did; absent at the start. */
  readonly move?: NelderMeadMove;
}

export interface NelderMeadOptions {
  /** The coefficients of Gao and Han, which depend on n; the usual ones for n ≤ 2. Default false. */
  readonly adaptive?: boolean;
  /**
   * The first simplex is x₀ and x₀ + eᵢ: a length in (0, ∞) for edges along the axes, or a list of n
   * linearly independent edges. Default: along axis i a twentieth of the coordinate, or 0.00025
   * where that is 0, as in SciPy.
   */
  readonly edges?: number | readonly (readonly number[])[];
  /** The simplex is too small below this size, relative to max(1, ‖x‖∞); in [0, ∞). Default 1e-12. */
  readonly tolerance?: number;
}

/**
 * The Nelder–Mead method: a simplex of n + 1 points walks downhill by turning its worst corner over,
 * and changes its shape as it goes. It compares values of f and needs nothing else.
 *
 *     x(t) = c + t (c − w)      w the worst vertex, c the centre of the others
 *     better than the best:     expand to x(χ) if that is better than x(1), otherwise x(1)
 *     better than the second worst:     reflect, x(1)
 *     better than the worst:    contract outside, x(ψ), if it is no worse than x(1)
 *     otherwise:                contract inside, x(−ψ), if it is better than w
 *     if a contraction fails:   shrink all vertices v ← b + σ (v − b) towards the best, b
 *
 *     usual       χ = 2          ψ = 1/2             σ = 1/2
 *     adaptive    χ = 1 + 2/n    ψ = 3/4 − 1/(2n)    σ = 1 − 1/n
 *
 * f at x never rises, but nothing else is promised: on McKinnon's convex function the simplex collapses at
 * a point that is no minimum. A simplex that has become too small ends the run as "stalled". Best
 * for few variables. Where f is NaN counts as ∞.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range or an edge with an entry that is no finite number; at the start of a run
 *   RangeError for edges whose number or length is not that of the variables.
 * Sources: Nelder & Mead 1965; Gao & Han 2012; scipy.optimize.minimize(method="Nelder-Mead"), with
 * the same points.
 */
export function nelderMead(options: NelderMeadOptions = {}): Method<NelderMeadState> {
  const { adaptive, edges, tolerance } = checked(options);
  return {
    name: "nelderMead",
    order: 0,
    anchored: true,
    init(oracle, x0) {
      const corners = [x0, ...edgesFrom(x0, edges).map((edge) => x0.map((xi, i) => xi + edge[i]!))];
      const simplex = corners.map((x) => vertexAt(oracle, Float64Array.from(x)));
      return { k: 0, x: Float64Array.from(x0), simplex: sorted(simplex) };
    },
    step(oracle, state) {
      const { simplex } = state;
      if (sizeOf(simplex) <= tolerance * Math.max(1, maxNorm(simplex[0]!.x)))
        return { ...state, stalled: TOO_SMALL };
      const { vertices, move } = moved(oracle, simplex, coefficients(simplex.length - 1, adaptive));
      const next = sorted(vertices);
      return { k: state.k + 1, x: Float64Array.from(next[0]!.x), simplex: next, move };
    },
  };
}

interface Coefficients {
  readonly expansion: number;
  readonly contraction: number;
  readonly shrink: number;
}

/** With n = 2 the adaptive coefficients are the usual ones; for n = 1 there would be none. */
function coefficients(n: number, adaptive: boolean): Coefficients {
  const m = adaptive ? Math.max(2, n) : 2;
  return { expansion: 1 + 2 / m, contraction: 0.75 - 1 / (2 * m), shrink: 1 - 1 / m };
}

/** The simplex after one move; its vertices are not sorted yet. */
function moved(
  oracle: Oracle,
  simplex: readonly SimplexVertex[],
  { expansion, contraction, shrink }: Coefficients,
): { readonly vertices: readonly SimplexVertex[]; readonly move: NelderMeadMove } {
  const others = simplex.slice(0, -1);
  const worst = simplex.at(-1)!;
  const best = simplex[0]!;
  const centre = centreOf(others);
  const beyond = (t: number): SimplexVertex =>
    vertexAt(
      oracle,
      centre.map((ci, i) => (1 + t) * ci - t * worst.x[i]!),
    );
  const replacedBy = (vertex: SimplexVertex, move: NelderMeadMove) => ({
    vertices: [...others, vertex],
    move,
  });

  const reflected = beyond(1);
  if (reflected.f < best.f) {
    const expanded = beyond(expansion);
    return expanded.f < reflected.f
      ? replacedBy(expanded, "expand")
      : replacedBy(reflected, "reflect");
  }
  if (reflected.f < others.at(-1)!.f) return replacedBy(reflected, "reflect");
  if (reflected.f < worst.f) {
    const outside = beyond(contraction);
    if (outside.f <= reflected.f) return replacedBy(outside, "contract outside");
  } else {
    const inside = beyond(-contraction);
    if (inside.f < worst.f) return replacedBy(inside, "contract inside");
  }
  const shrunk = simplex.slice(1).map(({ x }) =>
    vertexAt(
      oracle,
      x.map((xi, i) => best.x[i]! + shrink * (xi - best.x[i]!)),
    ),
  );
  return { vertices: [best, ...shrunk], move: "shrink" };
}

function vertexAt(oracle: Oracle, x: Vec): SimplexVertex {
  const f = oracle.f(x);
  return { x, f: Number.isNaN(f) ? Number.POSITIVE_INFINITY : f };
}

/** Best first; among equals the older one. */
function sorted(vertices: readonly SimplexVertex[]): readonly SimplexVertex[] {
  return vertices.toSorted((a, b) => (a.f < b.f ? -1 : a.f > b.f ? 1 : 0));
}

function centreOf(vertices: readonly SimplexVertex[]): Vec {
  const sum = new Float64Array(vertices[0]!.x.length);
  for (const { x } of vertices) for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + x[i]!;
  return sum.map((total) => total / vertices.length);
}

/** The largest distance along an axis between the best vertex and another. */
function sizeOf(simplex: readonly SimplexVertex[]): number {
  const best = simplex[0]!.x;
  return Math.max(...simplex.map(({ x }) => maxNorm(x.map((xi, i) => xi - best[i]!))));
}

const TOO_SMALL =
  "the simplex has shrunk to a point: a minimum, or a place where it has collapsed. Start again from there with a larger one to tell";

function edgesFrom(x0: Vec, edges: NelderMeadOptions["edges"]): readonly (readonly number[])[] {
  if (typeof edges === "object") {
    const n = x0.length;
    if (edges.length === n && edges.every((edge) => edge.length === n)) return edges;
    throw new RangeError(
      `nelderMead: edges must be ${n} lists of ${n} numbers, as many as there are variables, got lists of ${edges.map((edge) => edge.length).join(", ")}`,
    );
  }
  return Array.from(x0, (coordinate, axis) => {
    const edge = Array<number>(x0.length).fill(0);
    edge[axis] = edges ?? (coordinate === 0 ? EDGE_AT_ZERO : coordinate / 20);
    return edge;
  });
}

/** SciPy's edge along an axis on which x₀ is 0. */
const EDGE_AT_ZERO = 0.00025;

function checked(options: NelderMeadOptions) {
  const where = "nelderMead";
  requireKnown(where, options, ["adaptive", "edges", "tolerance"]);
  const { adaptive = false, edges, tolerance = 1e-12 } = options;
  if (Array.isArray(edges)) {
    const odd = edges.find((edge) => !Array.isArray(edge));
    if (odd !== undefined)
      throw new TypeError(
        `nelderMead: edges must be a length in (0, ∞) or a list of edges, each a list of numbers, got ${show(odd)} in the list`,
      );
    const flat = edges.flat();
    if (!flat.every(Number.isFinite))
      throw new RangeError(
        `nelderMead: every entry of edges must be a finite number, got ${show(flat.find((entry) => !Number.isFinite(entry)))}`,
      );
  } else if (edges !== undefined) requireIn(where, "edges", edges, positive);
  return {
    adaptive: requireBoolean(where, "adaptive", adaptive),
    edges: Array.isArray(edges) ? edges.map((edge) => [...edge]) : edges,
    tolerance: requireIn(where, "tolerance", tolerance, nonNegative),
  };
}

/** The catalogue card of the Nelder–Mead method. */
export const nelderMeadCard: Card = {
  id: "nelder-mead",
  title: "Nelder–Mead",
  family: "derivative-free",
  parameters: [
    {
      name: "edges",
      symbol: "h",
      label: "first edges",
      default: 0.5,
      min: 0.01,
      max: 5,
      scale: "log",
    },
  ],
  source: "Nelder & Mead 1965",
  promises: { rotationInvariant: false, scaleInvariant: true, linear: false, monotone: true },
  make: ({ edges = 0.5 } = {}) => nelderMead({ edges }),
};
