import {
  type BatchNormalized,
  batchNormalization,
  batchNormalizationGradient,
  type Vec,
} from "@downhill/optim";

/** A layer of a network for two classes: weights row by row, then one shift β and one scale γ for each unit. */
export interface Layer {
  readonly inputs: number;
  readonly units: number;
  readonly weights: Vec;
  /** The bias; with normalization its β. */
  readonly beta: Vec;
  readonly gamma: Vec;
}

/** Slopes of the loss in a layer's numbers. */
export type LayerSlopes = Pick<Layer, "weights" | "beta" | "gamma">;

interface Pass {
  readonly input: readonly Vec[];
  readonly before: readonly Vec[];
  readonly normal?: BatchNormalized;
}

/**
 * The mean of ln(1 + e^(−yz)) over a batch, with labels y = ±1 and z from the network, and its
 * slopes by back-propagation.
 *
 * @param normalize whether every layer but the last normalizes what goes into its rectifiers
 */
export function lossOf(
  layers: readonly Layer[],
  rows: readonly Vec[],
  labels: readonly number[],
  normalize: boolean,
): { readonly loss: number; readonly slopes: () => readonly LayerSlopes[] } {
  const passes: Pass[] = [];
  let signal = rows;
  layers.forEach((layer, l) => {
    const sums = signal.map((row) => times(layer, row));
    const last = l === layers.length - 1;
    const normal =
      normalize && !last ? batchNormalization(sums, layer.gamma, layer.beta) : undefined;
    const before =
      normal?.outputs ??
      sums.map((row) => row.map((sum, unit) => sum + (layer.beta[unit] as number)));
    passes.push({ input: signal, before, ...(normal && { normal }) });
    signal = last ? before : before.map((row) => row.map((z) => Math.max(0, z)));
  });
  const margins = signal.map((row, i) => (labels[i] as number) * (row[0] as number));
  const loss = margins.reduce((sum, m) => sum + softplus(-m), 0) / rows.length;
  return { loss, slopes };

  function slopes(): readonly LayerSlopes[] {
    let back: readonly Vec[] = margins.map((m, i) =>
      Float64Array.of(-(labels[i] as number) / (1 + Math.exp(m)) / rows.length),
    );
    const found: LayerSlopes[] = [];
    for (let l = layers.length - 1; l >= 0; l--) {
      const layer = layers[l] as Layer;
      const { input, normal } = passes[l] as Pass;
      const through = normal && batchNormalizationGradient(normal, back, layer.gamma);
      const sums = through?.inputs ?? back;
      found.unshift({
        weights: outer(layer, sums, input),
        beta: through?.beta ?? added(sums, layer.units),
        gamma: through?.gamma ?? new Float64Array(layer.units),
      });
      if (l === 0) break;
      const { before } = passes[l - 1] as Pass;
      back = sums.map((row, i) =>
        (before[i] as Vec).map((z, unit) => (z > 0 ? transposed(layer, row, unit) : 0)),
      );
    }
    return found;
  }
}

const softplus = (z: number) => Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z)));

function times({ inputs, units, weights }: Layer, row: Vec): Vec {
  const sums = new Float64Array(units);
  for (let unit = 0; unit < units; unit++) {
    let sum = 0;
    for (let i = 0; i < inputs; i++)
      sum += (weights[unit * inputs + i] as number) * (row[i] as number);
    sums[unit] = sum;
  }
  return sums;
}

function transposed({ inputs, units, weights }: Layer, row: Vec, input: number): number {
  let sum = 0;
  for (let unit = 0; unit < units; unit++)
    sum += (weights[unit * inputs + input] as number) * (row[unit] as number);
  return sum;
}

function outer({ inputs, units }: Layer, sums: readonly Vec[], input: readonly Vec[]): Vec {
  const slopes = new Float64Array(inputs * units);
  sums.forEach((row, example) => {
    const from = input[example] as Vec;
    for (let unit = 0; unit < units; unit++)
      for (let i = 0; i < inputs; i++) {
        const at = unit * inputs + i;
        slopes[at] = (slopes[at] as number) + (row[unit] as number) * (from[i] as number);
      }
  });
  return slopes;
}

function added(rows: readonly Vec[], units: number): Vec {
  const sum = new Float64Array(units);
  for (const row of rows)
    for (let unit = 0; unit < units; unit++)
      sum[unit] = (sum[unit] as number) + (row[unit] as number);
  return sum;
}
