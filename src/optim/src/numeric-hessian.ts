import { differenceStep } from "./internal/difference-step.ts";
import type { Matrix, Vec } from "./types.ts";

/**
 * The Hessian at x by central differences, made symmetric.
 *
 *     from a gradient     column j = (∇f(x + h eⱼ) − ∇f(x − h eⱼ)) / 2h
 *     from f itself       entry ij = (d(hⱼ) − d(−hⱼ)) / 4hᵢhⱼ,    d(t) = f(x + hᵢ + t) − f(x − hᵢ + t)
 *
 * From a gradient, with 2n evaluations, about ten digits are right; from f, with 2n² + 1, seven.
 *
 * @param source an objective, whose gradient is used, or f as a function of a vector.
 * @param x the point, n numbers. It is not changed.
 * @param h the step, above 0. Default: ∛ε or ∜ε times max(1, |xᵢ|), with the machine's ε = 2⁻⁵².
 * @throws RangeError for a step that is not above 0.
 */
export function numericHessian(
  source: { gradient(x: Vec): Vec } | ((x: Vec) => number),
  x: readonly number[] | Vec,
  h?: number,
): Matrix {
  if (h !== undefined && !(h > 0))
    throw new RangeError(`numericHessian: h must be above 0, got ${h}`);
  const at = Float64Array.from(x);
  return typeof source === "function"
    ? secondDifferences(source, at, h)
    : firstDifferences((point) => source.gradient(point), at, h);
}

function firstDifferences(gradient: (x: Vec) => Vec, x: Vec, h: number | undefined): Matrix {
  const columns = Array.from(x, (xj, j) => {
    const step = h ?? differenceStep(xj, 1);
    const [right, left] = [moved(x, j, step), moved(x, j, -step)];
    const ahead = gradient(right);
    const behind = gradient(left);
    return ahead.map((slope, i) => (slope - behind[i]!) / (right[j]! - left[j]!));
  });
  return columns.map((column, i) =>
    column.map((entry, j) => (i === j ? entry : (entry + columns[j]![i]!) / 2)),
  );
}

function secondDifferences(f: (x: Vec) => number, x: Vec, h: number | undefined): Matrix {
  const H = Array.from(x, () => new Float64Array(x.length));
  const step = x.map((xi) => h ?? differenceStep(xi, 2));
  const centre = f(x);
  for (let i = 0; i < x.length; i++) {
    const [right, left] = [moved(x, i, step[i]!), moved(x, i, -step[i]!)];
    H[i]![i] = (f(right) - centre - (centre - f(left))) / step[i]! ** 2;
    for (let j = 0; j < i; j++) {
      const twist = (from: Vec) => f(moved(from, j, step[j]!)) - f(moved(from, j, -step[j]!));
      const entry = (twist(right) - twist(left)) / (4 * step[i]! * step[j]!);
      H[i]![j] = entry;
      H[j]![i] = entry;
    }
  }
  return H;
}

function moved(x: Vec, i: number, by: number): Vec {
  const copy = Float64Array.from(x);
  copy[i] = copy[i]! + by;
  return copy;
}
