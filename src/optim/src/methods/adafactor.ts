import { type Card, learningRateParameter } from "../card.ts";
import {
  type FirstOrderOptions,
  type FirstOrderState,
  firstOrder,
  type Rule,
} from "../first-order.ts";
import { nonNegative, positive, requireIn, requireKnown } from "../internal/guard.ts";
import { learningRateOf } from "../internal/learning-rate.ts";
import { shapeOf } from "../internal/matrix-shape.ts";
import type { Shape } from "../internal/row-major.ts";
import type { Floats, Method, Schedule, Vec } from "../types.ts";
import { norm } from "../vec.ts";

/**
 * Adafactor for a matrix, one step in place; x and g hold it row by row, r has an entry for each
 * row, c for each column:
 *
 *     r ← β r + (1 − β) (means of the rows of g² + ε)
 *     c ← β c + (1 − β) (means of the columns of g² + ε)
 *     u = g/√v,  vᵢⱼ = rᵢ cⱼ/mean(r)
 *     x ← x − η u/max(1, RMS(u)/d)
 */
export function adafactorKernel(
  x: Floats,
  g: Floats,
  r: Floats,
  c: Floats,
  eta: number,
  beta: number,
  epsilon: number,
  d: number,
): void {
  const [rows, columns] = [r.length, c.length];
  const share = 1 - beta;
  for (let i = 0; i < rows; i++) r[i] = beta * r[i]!;
  for (let j = 0; j < columns; j++) c[j] = beta * c[j]!;
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const square = g[i * columns + j]! ** 2 + epsilon;
      r[i] = r[i]! + (share * square) / columns;
      c[j] = c[j]! + (share * square) / rows;
    }
  let mean = 0;
  for (let i = 0; i < rows; i++) mean += r[i]! / rows;
  // Roots of the factors and not of their product, which can leave the range of numbers.
  const u = new Float64Array(x.length);
  for (let i = 0; i < rows; i++) {
    const rowScale = Math.sqrt(mean) / Math.sqrt(r[i]!);
    for (let j = 0; j < columns; j++)
      u[i * columns + j] = (g[i * columns + j]! * rowScale) / Math.sqrt(c[j]!);
  }
  const step = eta / Math.max(1, norm(u) / Math.sqrt(x.length) / d);
  for (let i = 0; i < x.length; i++) {
    x[i] = x[i]! - step * u[i]!;
  }
}

/** What Adafactor remembers: mean squares r of the rows and c of the columns, 0 at first. */
export type AdafactorMemory = { r: Vec; c: Vec };
export type AdafactorState = FirstOrderState<AdafactorMemory>;

export interface AdafactorOptions extends Partial<FirstOrderOptions> {
  /** Learning rate α in [0, ∞), or a schedule. Default 0.01. */
  readonly learningRate?: number | Schedule;
  /** Rows and columns of the matrix that x holds row by row. Default: one column. */
  readonly shape?: readonly [rows: number, columns: number];
  /** How fast the memory of squares grows longer: the power p in β = 1 − k^(−p), [0, ∞). Default 0.8. */
  readonly power?: number;
  /** ε₁ in (0, ∞), added to every square. Default 1e-30. */
  readonly epsilon?: number;
  /** ε₂ in (0, ∞): what RMS(x) counts at least. Default 0.001. */
  readonly smallestScale?: number;
  /** Threshold d in (0, ∞) of RMS(u). Default 1. */
  readonly clipping?: number;
}

/**
 * Adafactor: Adam without momentum, and with a second moment that is stored as a row and a
 * column: rows + columns numbers in place of rows × columns.
 *
 *     β_k = 1 − k^(−p),    ρ_k = min(α_k, 1/√k)
 *     r_k, c_k: the means of g² + ε₁ over each row and each column, averaged with β_k
 *     v_ij = r_i c_j/mean(r)                                 u = g/√v
 *     x_k = x_{k−1} − max(ε₂, RMS(x_{k−1})) ρ_k u/max(1, RMS(u)/d)
 *
 * RMS is the root of the mean square. v is exact where the mean squares have rank 1, and always
 * has the right means of rows and columns. The first step has β₁ = 0, which takes the place of bias
 * correction. A step is a share of the size of x, as in LAMB; one with unusual gradients is cut.
 *
 * For one column c is the mean of r, and v = r: nothing is saved, as for vectors in the paper.
 *
 * Defaults are those of torch.optim.Adafactor (rate 0.01, p = 0.8, d = 1, ε₂ = 0.001), but ε₁ is the
 * paper's, which PyTorch does not add but takes as the least root of v. Its weight decay is
 * decoupled, x ← x − αωx. `decoupledWeightDecay` around this decays by ρ_k ω, which is the same as
 * long as α is at most 1/√k.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range; at the start of a run RangeError for a shape that does not fit x.
 * Source: Shazeer & Stern 2018.
 */
export function adafactor(options: AdafactorOptions = {}): Method<AdafactorState> {
  const where = "adafactor";
  requireKnown(where, options, OPTIONS);
  const shape = shapeOf(where, options.shape);
  const rateOf = learningRateOf(where, options.learningRate ?? 0.01);
  const power = requireIn(where, "power", options.power ?? 0.8, nonNegative);
  const epsilon = requireIn(where, "epsilon", options.epsilon ?? 1e-30, positive);
  const least = requireIn(where, "smallestScale", options.smallestScale ?? 1e-3, positive);
  const d = requireIn(where, "clipping", options.clipping ?? 1, positive);
  const rule: Rule<AdafactorMemory> = {
    name: where,
    // A step is a share of the size of x.
    fragile: true,
    memory(x0) {
      const [rows, columns]: Shape = shape(x0.length);
      return { r: new Float64Array(rows), c: new Float64Array(columns) };
    },
    update(x, g, { r, c }, rho, k) {
      const scale = Math.max(least, norm(x) / Math.sqrt(x.length));
      adafactorKernel(x, g, r, c, scale * rho, 1 - k ** -power, epsilon, d);
    },
  };
  const learningRate = (k: number) => Math.min(rateOf(k), 1 / Math.sqrt(k));
  return firstOrder(rule, { ...options, learningRate });
}

const OPTIONS = [
  "shape",
  "learningRate",
  "power",
  "epsilon",
  "smallestScale",
  "clipping",
  "weightDecay",
  "maximize",
];

/** The catalogue card of Adafactor, on one column. */
export const adafactorCard: Card = {
  id: "adafactor",
  title: "Adafactor",
  family: "matrix",
  parameters: [{ ...learningRateParameter, default: 0.05 }],
  source: "Shazeer & Stern 2018",
  promises: { rotationInvariant: false, scaleInvariant: true, linear: false, monotone: false },
  make: ({ learningRate = 0.05 } = {}) => adafactor({ learningRate }),
};
