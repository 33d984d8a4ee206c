import { type Card, learningRateParameter } from "../card.ts";
import {
  type FirstOrderOptions,
  type FirstOrderState,
  firstOrder,
  type Rule,
} from "../first-order.ts";
import {
  nonNegative,
  positive,
  requireIn,
  requireKnown,
  requireWhole,
  unitHalfOpen,
} from "../internal/guard.ts";
import { shapeOf } from "../internal/matrix-shape.ts";
import { product, type Shape, transpose } from "../internal/row-major.ts";
import { interpolateKernel } from "../interpolate.ts";
import { symmetricEigen } from "../symmetric-eigen.ts";
import type { Floats, Method, Schedule, Vec } from "../types.ts";
import { dot, norm } from "../vec.ts";

/**
 * SOAP for given bases, one step in place, k = 1, 2, …; all arrays hold matrices row by row, the
 * rows of P and Q are the axes of the bases:
 *
 *     M ← β₁ M + (1 − β₁) G
 *     V ← β₂ V + (1 − β₂) (P G Qᵀ)²                           element by element
 *     X ← (1 − αω) X − α Pᵀ N Q,    N = P M̂ Qᵀ/(√V̂ + ε)      with Adam's bias correction
 *
 * P or Q undefined is the identity.
 */
export function soapKernel(
  x: Floats,
  g: Floats,
  m: Floats,
  v: Floats,
  P: Vec | undefined,
  Q: Vec | undefined,
  shape: Shape,
  alpha: number,
  beta1: number,
  beta2: number,
  epsilon: number,
  omega: number,
  k: number,
): void {
  const share2 = 1 - beta2;
  const scale = 1 / (1 - beta1 ** k);
  const root = 1 / Math.sqrt(1 - beta2 ** k);
  interpolateKernel(m, g, 1 - beta1);
  const slopes = turned(g, P, Q, shape);
  const means = turned(m, P, Q, shape);
  for (let i = 0; i < x.length; i++) {
    const slope = slopes[i]!;
    const second = beta2 * v[i]! + share2 * slope * slope;
    v[i] = second;
    means[i] = (scale * means[i]!) / (root * Math.sqrt(second) + epsilon);
  }
  const [rows, columns] = shape;
  const back = turned(
    means,
    P && transpose(P, [rows, rows]),
    Q && transpose(Q, [columns, columns]),
    shape,
  );
  const kept = 1 - alpha * omega;
  for (let i = 0; i < x.length; i++) {
    x[i] = kept * x[i]! - alpha * back[i]!;
  }
}

/**
 * What SOAP remembers: the average M of gradients, the second moments V in the bases P and Q, and the
 * averages L of G Gᵀ and R of Gᵀ G from which the bases come; of sides longer than 1.
 */
export type SoapMemory = { m: Vec; v: Vec; L?: Vec; P?: Vec; R?: Vec; Q?: Vec };
export type SoapState = FirstOrderState<SoapMemory>;

export interface SoapOptions extends Partial<Omit<FirstOrderOptions, "weightDecay">> {
  /** Learning rate α in [0, ∞), or a schedule. Default 0.003. */
  readonly learningRate?: number | Schedule;
  /** Rows and columns of the matrix that x holds row by row. Default: one column. */
  readonly shape?: readonly [rows: number, columns: number];
  /** Retention β₁ in [0, 1) of the average gradient. Default 0.95. */
  readonly beta1?: number;
  /** Retention β₂ in [0, 1) of V, L and R. Default 0.95. */
  readonly beta2?: number;
  /** ε in (0, ∞), outside the root. Default 1e-8. */
  readonly epsilon?: number;
  /** Steps from one renewal of the bases to the next: a whole number, 1 or more. Default 10. */
  readonly period?: number;
  /** Decoupled decay ω in [0, ∞), not an L2 penalty: a part αω of x is taken off. Default 0. */
  readonly weightDecay?: number;
}

/**
 * SOAP: Adam for a matrix, in the axes in which Shampoo would rescale it.
 *
 *     L_k = β₂ L_{k−1} + (1 − β₂) G_k G_kᵀ        R_k = β₂ R_{k−1} + (1 − β₂) G_kᵀ G_k
 *     P, Q: their eigenvectors, as rows; renewed in steps 1, 1 + period, 1 + 2 period, …
 *     X_k = X_{k−1} − α_k Pᵀ Adam(P G_k Qᵀ) Q
 *
 * Adam's average M is kept in the old axes and turned, its second moments V are of the turned
 * gradients; they are not turned when the axes are, which turn slowly. After the first time a
 * renewal is one step of the power iteration, L Pᵀ made orthonormal again, which keeps every axis
 * near its old place. Where G is diagonal SOAP is Adam. Sides of length 1 have no basis.
 *
 * Defaults are the paper's (rate 0.003). The authors' code takes no first step, so that no
 * gradient is turned by axes that it has chosen; here it is taken, and is about α U Vᵀ.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range; at the start of a run RangeError for a shape that does not fit x.
 * Source: Vyas et al. 2024.
 */
export function soap(options: SoapOptions = {}): Method<SoapState> {
  const where = "soap";
  requireKnown(where, options, OPTIONS);
  const shape = shapeOf(where, options.shape);
  const beta1 = requireIn(where, "beta1", options.beta1 ?? 0.95, unitHalfOpen);
  const beta2 = requireIn(where, "beta2", options.beta2 ?? 0.95, unitHalfOpen);
  const epsilon = requireIn(where, "epsilon", options.epsilon ?? 1e-8, positive);
  const period = requireWhole(where, "period", options.period ?? 10, 1);
  const omega = requireIn(where, "weightDecay", options.weightDecay ?? 0, nonNegative);
  const rule: Rule<SoapMemory> = {
    name: where,
    // Where αω is more than 2, the decay itself throws x away from 0.
    fragile: omega > 0,
    memory(x0) {
      const [rows, columns] = shape(x0.length);
      const zeros = (n: number) => new Float64Array(n);
      return {
        m: zeros(x0.length),
        v: zeros(x0.length),
        ...((rows > 1 || columns === 1) && { L: zeros(rows ** 2), P: zeros(rows ** 2) }),
        ...(columns > 1 && { R: zeros(columns ** 2), Q: zeros(columns ** 2) }),
      };
    },
    update(x, g, memory, alpha, k) {
      const { m, v, L, P, R, Q } = memory;
      const [rows, columns] = shape(x.length);
      const across = transpose(g, [rows, columns]);
      if (L !== undefined) interpolateKernel(L, product(g, across, columns), 1 - beta2);
      if (R !== undefined) interpolateKernel(R, product(across, g, rows), 1 - beta2);
      if (k % period === 1 % period) {
        if (L !== undefined) P!.set(renewedAxes(L, P!, rows, k === 1));
        if (R !== undefined) Q!.set(renewedAxes(R, Q!, columns, k === 1));
      }
      const side: Shape = [rows, columns];
      soapKernel(x, g, m, v, P, Q, side, alpha, beta1, beta2, epsilon, omega, k);
    },
  };
  const learningRate = options.learningRate ?? 0.003;
  return firstOrder(rule, { ...options, learningRate, weightDecay: 0 });
}

const OPTIONS = [
  "shape",
  "learningRate",
  "beta1",
  "beta2",
  "epsilon",
  "period",
  "weightDecay",
  "maximize",
];

/** P A Qᵀ. */
function turned(A: Floats, P: Vec | undefined, Q: Vec | undefined, [rows, columns]: Shape): Vec {
  const left = P === undefined ? Float64Array.from(A) : product(P, A, rows);
  return Q === undefined ? left : product(left, transpose(Q, [columns, columns]), columns);
}

/** Eigenvectors of S, n × n, as rows: exact at first, later one power iteration from the old ones. */
function renewedAxes(S: Vec, axes: Vec, n: number, first: boolean): Vec {
  if (first) {
    const { vectors } = symmetricEigen(rowsOf(S, n));
    return Float64Array.from(
      { length: n * n },
      (_, e) => vectors[n - 1 - Math.floor(e / n)]![e % n]!,
    );
  }
  const moved = product(axes, S, n);
  // A little of the old axis holds in place those along which there was no gradient.
  const little = LITTLE * norm(S);
  if (little > 0) for (let e = 0; e < moved.length; e++) moved[e] = moved[e]! + little * axes[e]!;
  else moved.set(axes);
  makeOrthonormal(rowsOf(moved, n));
  return moved;
}

/** Far above rounding, far below what a gradient does. */
const LITTLE = 1e-10;

/** Gram and Schmidt's way, in place; each row twice, because once is not enough where rows are close. */
function makeOrthonormal(rows: readonly Vec[]): void {
  rows.forEach((row, i) => {
    for (let pass = 0; pass < 2; pass++) {
      for (const before of rows.slice(0, i)) {
        const along = dot(row, before);
        for (let j = 0; j < row.length; j++) row[j] = row[j]! - along * before[j]!;
      }
      const length = norm(row);
      for (let j = 0; j < row.length; j++) row[j] = row[j]! / length;
    }
  });
}

/** Views of the rows of an n × n matrix. */
function rowsOf(S: Vec, n: number): readonly Vec[] {
  return Array.from({ length: n }, (_, i) => S.subarray(i * n, (i + 1) * n));
}

/** The catalogue card of SOAP, on one column. */
export const soapCard: Card = {
  id: "soap",
  title: "SOAP",
  family: "matrix",
  parameters: [{ ...learningRateParameter, default: 0.05 }],
  source: "Vyas et al. 2024",
  promises: { rotationInvariant: false, scaleInvariant: false, linear: false, monotone: false },
  make: ({ learningRate = 0.05 } = {}) => soap({ learningRate }),
};
