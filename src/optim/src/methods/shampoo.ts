import { type Card, learningRateParameter } from "../card.ts";
import {
  type FirstOrderOptions,
  type FirstOrderState,
  firstOrder,
  type Rule,
} from "../first-order.ts";
import { positive, requireIn, requireKnown } from "../internal/guard.ts";
import { shapeOf } from "../internal/matrix-shape.ts";
import { product, type Shape, transpose } from "../internal/row-major.ts";
import { symmetricEigen } from "../symmetric-eigen.ts";
import type { Floats, Method, Vec } from "../types.ts";

/**
 * Shampoo, one step in place; x and g hold matrices row by row, as do L and R:
 *
 *     L ← L + G Gᵀ,    R ← R + Gᵀ G
 *     X ← X − α L^(−1/4) G R^(−1/4)
 *
 * A side without a matrix, L or R undefined, is left out, and the power of the other is −1/2.
 *
 * @param epsilon no eigenvalue is taken to be smaller.
 */
export function shampooKernel(
  x: Floats,
  g: Floats,
  L: Vec | undefined,
  R: Vec | undefined,
  shape: Shape,
  alpha: number,
  epsilon: number,
): void {
  const [rows, columns] = shape;
  const power = L === undefined || R === undefined ? -1 / 2 : -1 / 4;
  const turned = transpose(g, shape);
  let step: Floats = g;
  if (L !== undefined) {
    add(L, product(g, turned, columns));
    step = product(matrixPower(L, rows, power, epsilon), step, rows);
  }
  if (R !== undefined) {
    add(R, product(turned, g, rows));
    step = product(step, matrixPower(R, columns, power, epsilon), columns);
  }
  for (let i = 0; i < x.length; i++) {
    x[i] = x[i]! - alpha * step[i]!;
  }
}

/** What Shampoo remembers: the sums L of G Gᵀ and R of Gᵀ G, εI at first; of sides longer than 1. */
export type ShampooMemory = { L?: Vec; R?: Vec };
export type ShampooState = FirstOrderState<ShampooMemory>;

export interface ShampooOptions extends FirstOrderOptions {
  /** Rows and columns of the matrix that x holds row by row. Default: one column. */
  readonly shape?: readonly [rows: number, columns: number];
  /** L and R start as ε times the identity: ε in (0, ∞). Default 0.0001. */
  readonly epsilon?: number;
}

/**
 * Shampoo: AdaGrad for a matrix, which keeps the second moments of its rows and of its columns
 * and rescales a gradient on both sides.
 *
 *     L_k = L_{k−1} + G_k G_kᵀ      rows × rows,          L_0 = εI
 *     R_k = R_{k−1} + G_kᵀ G_k      columns × columns,    R_0 = εI
 *     X_k = X_{k−1} − α_k L_k^(−1/4) G_k R_k^(−1/4)
 *
 * AdaGrad with a full matrix would divide by the root of Σ g gᵀ, which has (rows · columns)²
 * entries; R ⊗ L stands in for it. In general the power is −1/2p for p sides. Sides of length 1
 * do not count: a column (the default) or a row has the power −1/2, and Shampoo is AdaGrad with
 * a full matrix:
 *
 *     x_k = x_{k−1} − α_k H_k^(−1/2) g_k,    H_k = εI + Σ g gᵀ
 *
 * The powers are taken by eigenvalues, in every step, at a cost like rows³ + columns³; practice
 * renews them every 20 to 100 steps only.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range; at the start of a run RangeError for a shape that does not fit x.
 * Source: Gupta, Koren & Singer 2018.
 */
export function shampoo(options: ShampooOptions): Method<ShampooState> {
  requireKnown("shampoo", options, OPTIONS);
  const shape = shapeOf("shampoo", options.shape);
  const epsilon = requireIn("shampoo", "epsilon", options.epsilon ?? 1e-4, positive);
  const rule: Rule<ShampooMemory> = {
    name: "shampoo",
    memory(x0) {
      const [rows, columns] = shape(x0.length);
      return {
        ...((rows > 1 || columns === 1) && { L: scaledIdentity(rows, epsilon) }),
        ...(columns > 1 && { R: scaledIdentity(columns, epsilon) }),
      };
    },
    update: (x, g, { L, R }, alpha) => shampooKernel(x, g, L, R, shape(x.length), alpha, epsilon),
  };
  return firstOrder(rule, options);
}

const OPTIONS = ["shape", "learningRate", "epsilon", "weightDecay", "maximize"];

function scaledIdentity(n: number, scale: number): Vec {
  const S = new Float64Array(n * n);
  for (let i = 0; i < n; i++) S[i * n + i] = scale;
  return S;
}

function add(sum: Vec, more: Vec): void {
  for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + more[i]!;
}

/** S^power = Σ λ^power v vᵀ for a symmetric S, n × n row by row, whose eigenvalues are at least `least`. */
function matrixPower(S: Vec, n: number, power: number, least: number): Vec {
  const { values, vectors } = symmetricEigen(
    Array.from({ length: n }, (_, i) => S.subarray(i * n, (i + 1) * n)),
  );
  const V = Float64Array.from({ length: n * n }, (_, e) => vectors[Math.floor(e / n)]![e % n]!);
  // Rounding can make a small eigenvalue come out smaller, even negative.
  const scaled = V.map((entry, e) => entry * Math.max(values[Math.floor(e / n)]!, least) ** power);
  return product(transpose(scaled, [n, n]), V, n);
}

/** The catalogue card of Shampoo, on one column: AdaGrad with a full matrix. */
export const shampooCard: Card = {
  id: "shampoo",
  title: "Shampoo",
  family: "matrix",
  parameters: [{ ...learningRateParameter, default: 0.5 }],
  source: "Gupta, Koren & Singer 2018",
  promises: { rotationInvariant: true, scaleInvariant: false, linear: false, monotone: false },
  make: ({ learningRate = 0.5 } = {}) => shampoo({ learningRate }),
};
