import { linearRegression } from "@downhill/optim";
import { conditionNumber } from "#src/plotting/condition.ts";
import { type Basis, HIGHEST, type Interval, POINTS } from "./state.ts";

/** The ends of an interval. */
export const ends: Readonly<Record<Interval, readonly [number, number]>> = {
  unit: [0, 1],
  symmetric: [-1, 1],
};

/** Evenly spaced points of an interval, its ends among them. */
export function pointsOf(interval: Interval, count = POINTS): readonly number[] {
  const [low, high] = ends[interval];
  return Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
}

/** The values of the features of degree 1, 2, … at some points of the interval; the constant is the intercept. */
export function features(
  basis: Basis,
  interval: Interval,
  degree: number,
  points: readonly number[],
): readonly (readonly number[])[] {
  const degrees = Array.from({ length: degree }, (_, i) => i + 1);
  const powers = (at: readonly number[]) => degrees.map((d) => at.map((z) => z ** d));
  if (basis === "powers") return powers(points);
  if (basis === "Legendre") {
    const [low, high] = ends[interval];
    const inside = points.map((z) => (2 * (z - low)) / (high - low) - 1);
    return degrees.map((d) => inside.map((z) => legendre(d, z)));
  }
  // Means and deviations of the data, whatever points are asked for.
  const data = powers(pointsOf(interval));
  return powers(points).map((column, i) => {
    const { middle, spread } = momentsOf(data[i] as readonly number[]);
    return column.map((entry) => (entry - middle) / spread);
  });
}

/** P_d(z) by Bonnet's recursion: (k + 1) P_{k+1} = (2k + 1) z P_k − k P_{k−1}. */
function legendre(degree: number, z: number): number {
  let [before, now] = [1, z];
  for (let k = 1; k < degree; k++)
    [before, now] = [now, ((2 * k + 1) * z * now - k * before) / (k + 1)];
  return now;
}

function momentsOf(column: readonly number[]) {
  const mean = (list: readonly number[]) =>
    list.reduce((sum, entry) => sum + entry, 0) / list.length;
  const middle = mean(column);
  return { middle, spread: Math.sqrt(mean(column.map((entry) => (entry - middle) ** 2))) };
}

/** Condition number of linear regression on the constant and the features, at the points of the interval. */
export function kappaOf(basis: Basis, interval: Interval, degree: number): number {
  const points = pointsOf(interval);
  const columns = features(basis, interval, degree, points);
  const X = points.map((_, row) => columns.map((column) => column[row] as number));
  const model = linearRegression(
    X,
    points.map(() => 0),
  );
  return conditionNumber(model.hessian?.(new Float64Array(model.dim)) ?? []);
}

/** The condition number for every degree. */
export function kappasByDegree(basis: Basis, interval: Interval): readonly number[] {
  return Array.from({ length: HIGHEST }, (_, i) => kappaOf(basis, interval, i + 1));
}
