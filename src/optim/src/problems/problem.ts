import type { Matrix, Objective, Vec } from "../types.ts";

/** A point where the gradient vanishes. */
export interface CriticalPoint {
  readonly x: readonly number[];
  /** A minimum or maximum may be local, and need not be strict. */
  readonly kind: "minimum" | "saddle" | "maximum";
  readonly f: number;
}

/** A test function with what is known about it. Shared tests check every declaration. */
export interface Problem extends Objective {
  /** Its name in addresses and exports. */
  readonly id: string;
  readonly title: string;
  /** f in TeX. */
  readonly formula: string;
  /** The usual start. */
  readonly start: readonly number[];
  readonly criticalPoints: readonly CriticalPoint[];
  readonly convex: boolean;
  /** Smallest curvature, where f is quadratic. */
  readonly mu?: number;
  /** Largest size of a curvature, where f is quadratic: the Lipschitz constant of ∇f. */
  readonly L?: number;
  /** What a plot shows; absent where there is nothing to plot. */
  readonly window?: PlotWindow;
  gradientInto(x: Vec, out: Vec): void;
  hessian(x: Vec): Matrix;
}

/** A part of the plane: ranges of x₁ and x₂; of x and f when there is one variable. */
export interface PlotWindow {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** A problem that can be plotted. */
export interface PlottableProblem extends Problem {
  readonly window: PlotWindow;
}

/** A problem from its definition: `gradient` is derived from `gradientInto`, written once. */
export function defineProblem(definition: Omit<PlottableProblem, "gradient">): PlottableProblem;
export function defineProblem(definition: Omit<Problem, "gradient">): Problem;
export function defineProblem(definition: Omit<Problem, "gradient">): Problem {
  return {
    ...definition,
    gradient(x) {
      const g = new Float64Array(definition.dim);
      definition.gradientInto(x, g);
      return g;
    },
  };
}
