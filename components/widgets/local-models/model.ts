import {
  dot,
  doubleWell1d,
  matrixTimes,
  type PlottableProblem,
  rosenbrock,
  type SymmetricEigen,
  symmetricEigen,
  type Vec,
} from "@downhill/optim";
import type { LocalState } from "./state.ts";

/** A function near a point, along a line: what the tangent and the parabola know of it. */
export interface LocalModels {
  readonly problem: PlottableProblem;
  readonly point: Vec;
  /** Unit vector along the line. */
  readonly u: Vec;
  readonly f: number;
  /** Slope and curvature along the line. */
  readonly slope: number;
  readonly curvature: number;
  readonly eigen: SymmetricEigen;
}

/** Value, slope and curvature at the chosen point, from the package. */
export function localModels({ ground, x, y, angle, at }: Omit<LocalState, "h">): LocalModels {
  const plane = ground === "rosenbrock";
  const problem = plane ? rosenbrock : doubleWell1d;
  const point = plane ? Float64Array.of(x, y) : Float64Array.of(at);
  const turn = (angle * Math.PI) / 180;
  const u = plane ? Float64Array.of(Math.cos(turn), Math.sin(turn)) : Float64Array.of(1);
  const H = problem.hessian(point);
  return {
    problem,
    point,
    u,
    f: problem.value(point),
    slope: dot(problem.gradient(point), u),
    curvature: dot(u, matrixTimes(H, u)),
    eigen: symmetricEigen(H),
  };
}

/** The function at a distance h along the line, which may be negative. */
export function valueAlong({ problem, point, u }: LocalModels, h: number): number {
  return problem.value(point.map((entry, i) => entry + h * (u[i] as number)));
}

/** The model of first or second order at a distance h. */
export function modelAlong({ f, slope, curvature }: LocalModels, order: 1 | 2, h: number): number {
  return f + slope * h + (order === 2 ? (curvature * h * h) / 2 : 0);
}

/** What a model misses at a distance h: the function less the model. */
export function errorOf(model: LocalModels, order: 1 | 2, h: number): number {
  return valueAlong(model, h) - modelAlong(model, order, h);
}
