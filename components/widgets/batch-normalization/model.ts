import {
  allFinite,
  gauss,
  gradientDescentKernel,
  mulberry32,
  permutation,
  type Vec,
} from "@downhill/optim";
import { type Layer, lossOf } from "./network.ts";
import { BATCH, DEPTH, type NormState, STEPS, WIDTH } from "./state.ts";

/** A training with or without normalization. */
export interface NormRun {
  readonly name: "with batch normalization" | "without";
  /** The loss of each mini-batch; index t is before step t + 1. */
  readonly losses: readonly number[];
  /** The mean of the last twenty of them; not finite when the run blew up. */
  readonly end: number;
}

const EXAMPLES = 256;
const LAST = 20;

/** Points on two rings about 0, of radius 1 and 2 with noise; the outer ones have the label 1. */
function rings(): { readonly rows: readonly Vec[]; readonly labels: readonly number[] } {
  const random = mulberry32(31);
  const normal = gauss(mulberry32(32));
  const labels = Array.from({ length: EXAMPLES }, (_, i) => (i % 2 === 0 ? 1 : -1));
  const rows = labels.map((label) => {
    const angle = 2 * Math.PI * random();
    const radius = (label === 1 ? 2 : 1) + 0.15 * normal();
    return Float64Array.of(radius * Math.cos(angle), radius * Math.sin(angle));
  });
  return { rows, labels };
}

const data = rings();

/** Weights of deviation scale·√(2/inputs), shifts 0, scales 1. */
export function firstLayers(scale: number, seed: number): readonly Layer[] {
  const normal = gauss(mulberry32(seed));
  const sizes = [2, ...Array.from({ length: DEPTH }, () => WIDTH), 1];
  return sizes.slice(1).map((units, l) => {
    const inputs = sizes[l] as number;
    const deviation = scale * Math.sqrt(2 / inputs);
    return {
      inputs,
      units,
      weights: Float64Array.from({ length: inputs * units }, () => deviation * normal()),
      beta: new Float64Array(units),
      gamma: new Float64Array(units).fill(1),
    };
  });
}

/** Both trainings: the same first weights, the same batches, the same rate. */
export function normRuns(state: NormState): readonly NormRun[] {
  return [normRun(state, true), normRun(state, false)];
}

function normRun({ eta, scale, seed }: NormState, normalize: boolean): NormRun {
  const layers = firstLayers(scale, seed);
  const random = mulberry32(seed);
  const losses: number[] = [];
  let order: readonly number[] = [];
  for (let t = 0; t < STEPS; t++) {
    const at = (t * BATCH) % EXAMPLES;
    if (at === 0) order = permutation(EXAMPLES, random);
    const batch = order.slice(at, at + BATCH);
    const { loss, slopes } = lossOf(
      layers,
      batch.map((row) => data.rows[row] as Vec),
      batch.map((row) => data.labels[row] as number),
      normalize,
    );
    losses.push(loss);
    if (!Number.isFinite(loss)) break;
    slopes().forEach((slope, l) => {
      const layer = layers[l] as Layer;
      for (const name of ["weights", "beta", "gamma"] as const)
        gradientDescentKernel(layer[name], slope[name], eta);
    });
    if (!layers.every(({ weights }) => allFinite(weights))) {
      losses.push(Number.NaN);
      break;
    }
  }
  const last = losses.slice(-LAST);
  const end = last.reduce((sum, loss) => sum + loss, 0) / last.length;
  return { name: normalize ? "with batch normalization" : "without", losses, end };
}
