import { type Rows, requireRows } from "../internal/data.ts";
import { positive, requireIn, requireKnown } from "../internal/guard.ts";
import type { Vec } from "../types.ts";

/** A batch after normalization, with what its gradient needs. */
export interface BatchNormalized {
  /** γ x̂ + β, one row for each example. */
  readonly outputs: readonly Vec[];
  /** x̂, of mean 0 and variance about 1 in every unit. */
  readonly normalized: readonly Vec[];
  /** The mean of each unit over the batch. */
  readonly mean: Vec;
  /** √(variance + ε) of each unit over the batch. */
  readonly deviation: Vec;
}

/** Slopes of a loss in what goes into batch normalization. */
export interface BatchNormalizationGradient {
  /** One row for each example: no example's slope depends on that example alone. */
  readonly inputs: readonly Vec[];
  readonly gamma: Vec;
  readonly beta: Vec;
}

/**
 * Batch normalization in training: each unit's activations are shifted and scaled to mean 0 and
 * variance 1 over the batch, and then by numbers that are learned.
 *
 *     μ = mean of x over the batch,    σ² = mean of (x − μ)²
 *     x̂ = (x − μ)/√(σ² + ε),          y = γ x̂ + β
 *
 * The variance is divided by the number of examples, not by one less. After it the size of the
 * weights before it no longer matters, but for ε.
 *
 * @param rows one row of activations for each example of the batch.
 * @param gamma scale γ of each unit. Default 1.
 * @param beta shift β of each unit. Default 0.
 * @param options.epsilon guard ε in (0, ∞). Default 1e-5.
 * @throws TypeError for an unknown option, no list of rows or an ε that is no number; RangeError
 *   for no rows, rows of different length, an entry that is not finite, a γ or β of another length,
 *   or ε outside its range.
 * Source: Ioffe & Szegedy 2015, algorithm 1.
 */
export function batchNormalization(
  rows: Rows,
  gamma?: Vec,
  beta?: Vec,
  options: { readonly epsilon?: number } = {},
): BatchNormalized {
  const where = "batchNormalization";
  requireKnown(where, options, ["epsilon"]);
  const epsilon = requireIn(where, "epsilon", options.epsilon ?? 1e-5, positive);
  const batch = requireRows(where, "rows", rows);
  const units = batch[0]!.length;
  for (const [name, list] of [
    ["gamma", gamma],
    ["beta", beta],
  ] as const)
    if (list !== undefined && list.length !== units)
      throw new RangeError(
        `${where}: ${name} must have one number for each of the ${units} units, got ${list.length}`,
      );

  const mean = new Float64Array(units);
  const deviation = new Float64Array(units);
  for (let unit = 0; unit < units; unit++) {
    mean[unit] = meanOver(batch, (row) => row[unit]!);
    const variance = meanOver(batch, (row) => (row[unit]! - mean[unit]!) ** 2);
    deviation[unit] = Math.sqrt(variance + epsilon);
  }
  const normalized = batch.map((row) => row.map((x, unit) => (x - mean[unit]!) / deviation[unit]!));
  const outputs = normalized.map((row) =>
    row.map((x, unit) => (gamma?.[unit] ?? 1) * x + (beta?.[unit] ?? 0)),
  );
  return { outputs, normalized, mean, deviation };
}

/**
 * The gradient through `batchNormalization`: mean and deviation are part of the computation, and
 * every example moves them.
 *
 *     ∂L/∂x = γ/√(σ² + ε) · (s − mean of s − x̂ · mean of s x̂),    s = ∂L/∂y
 *     ∂L/∂γ = Σ s x̂,    ∂L/∂β = Σ s
 *
 * @param forward what `batchNormalization` gave.
 * @param slopes ∂L/∂y, one row for each example.
 * @param gamma scale γ of each unit, as it was given there. Default 1.
 * Source: Ioffe & Szegedy 2015, section 3.
 */
export function batchNormalizationGradient(
  forward: BatchNormalized,
  slopes: readonly Vec[],
  gamma?: Vec,
): BatchNormalizationGradient {
  const { normalized, deviation } = forward;
  const each = (of: (unit: number) => number) => deviation.map((_, unit) => of(unit));
  const slope = each((unit) => meanOver(slopes, (row) => row[unit]!));
  const along = each((unit) => meanOver(slopes, (row, i) => row[unit]! * normalized[i]![unit]!));
  return {
    inputs: slopes.map((row, i) =>
      row.map((s, unit) => {
        const left = s - slope[unit]! - normalized[i]![unit]! * along[unit]!;
        return ((gamma?.[unit] ?? 1) / deviation[unit]!) * left;
      }),
    ),
    gamma: along.map((mean) => slopes.length * mean),
    beta: slope.map((mean) => slopes.length * mean),
  };
}

function meanOver(rows: readonly Vec[], of: (row: Vec, index: number) => number): number {
  return rows.reduce((sum, row, index) => sum + of(row, index), 0) / rows.length;
}
