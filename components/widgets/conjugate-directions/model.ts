import {
  bowl,
  conjugateGradients,
  descend,
  exactQuadratic,
  run,
  steepestDescent,
  symmetricEigen,
  type Vec,
} from "@downhill/optim";
import type { Point } from "#src/plotting/scale.ts";
import { ANGLE, type ConjugateState, STEPS } from "./state.ts";

/** A run in the plane, and in coordinates in which the level lines are circles. */
export interface Path {
  readonly points: readonly Point[];
  readonly stretched: readonly Point[];
  /** The value of f at each point. */
  readonly values: readonly number[];
}

export interface ConjugatePicture {
  readonly steepest: Path;
  readonly conjugate: Path;
  /** pᵀA p′ of the first two directions of conjugate gradients, which is 0 but for rounding. */
  readonly product: number;
}

type Setting = Omit<ConjugateState, "t">;

/** Steepest descent with exact steps, and conjugate gradients, from one start. */
export function conjugatePicture({ x, y, kappa }: Setting): ConjugatePicture {
  const surface = bowl([1, kappa], ANGLE);
  const start = Float64Array.of(x, y);
  const A = surface.hessian(start);
  const straight = run(descend(steepestDescent, exactQuadratic), surface, start, { steps: STEPS });
  const iterates = conjugateGradients(A, new Float64Array(2), {
    start,
    tolerance: 0,
    steps: 2,
  });
  const size = Math.sqrt(2 * surface.value(start)) || 1;
  const stretch = stretchOf(A, size);
  const path = (xs: readonly Vec[]): Path => ({
    points: xs.map(point),
    stretched: xs.map((at) => point(stretch(at))),
    values: xs.map((at) => surface.value(at)),
  });
  const [first, second] = iterates.map(({ d }) => d);
  return {
    steepest: path(straight.frames.map((frame) => frame.x)),
    conjugate: path(iterates.map((iterate) => iterate.x)),
    product: first === undefined || second === undefined ? 0 : conjugacy(A, first, second),
  };
}

const point = (v: Vec): Point => ({ x: v[0] as number, y: v[1] as number });

/** θ ↦ A^½ θ, divided by a size: f is then half the squared distance from the minimum. */
function stretchOf(A: Parameters<typeof symmetricEigen>[0], size: number): (at: Vec) => Vec {
  const { values, vectors } = symmetricEigen(A);
  return (at) =>
    at.map((_, i) =>
      vectors.reduce((sum, q, k) => {
        const along = q.reduce((total, entry, j) => total + entry * (at[j] as number), 0);
        return sum + (Math.sqrt(values[k] as number) * along * (q[i] as number)) / size;
      }, 0),
    );
}

function conjugacy(A: Parameters<typeof symmetricEigen>[0], p: Vec, other: Vec): number {
  return A.reduce(
    (sum, row, i) =>
      sum + (p[i] as number) * row.reduce((s, entry, j) => s + entry * (other[j] as number), 0),
    0,
  );
}

/** The angle between the first two steps of a path in degrees; none where there are not two. */
export function turnOf([a, b, c]: readonly Point[]): number | undefined {
  if (a === undefined || b === undefined || c === undefined) return undefined;
  const first = Math.atan2(b.y - a.y, b.x - a.x);
  const second = Math.atan2(c.y - b.y, c.x - b.x);
  const turn = Math.abs(((second - first) * 180) / Math.PI) % 360;
  return turn > 180 ? 360 - turn : turn;
}
