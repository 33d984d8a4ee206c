import type { Vec } from "../types.ts";
import type { Activation } from "./activation.ts";

/** One layer of a network: where its numbers lie among all parameters, and what its units do. */
export interface NetworkLayer {
  readonly inputs: number;
  readonly outputs: number;
  /** Where its weights begin: row by row, the biases after them. */
  readonly first: number;
  readonly activation: Activation;
}

/** What one layer knows of one example after the way forward. */
export interface LayerSignal {
  /** What came in. */
  readonly input: Vec;
  /** Wa + b. */
  readonly z: Vec;
  /** activation(z). */
  readonly output: Vec;
}

/** The way forward: the signals of all layers, from the features to the last outputs. */
export function networkForward(
  layers: readonly NetworkLayer[],
  x: Vec,
  features: Vec,
): readonly LayerSignal[] {
  const signals: LayerSignal[] = [];
  let input = features;
  for (const layer of layers) {
    const z = affine(layer, x, input);
    const output = z.map(layer.activation.value);
    signals.push({ input, z, output });
    input = output;
  }
  return signals;
}

/**
 * The way back, or back-propagation: adds one example's share of the gradient to `out`.
 *
 *     δ = (∂ℓ/∂output) ⊙ activation′(z)       ∂ℓ/∂W = δ inputᵀ,  ∂ℓ/∂b = δ,  ∂ℓ/∂input = Wᵀδ
 *
 * @param slope ∂ℓ/∂output of the last layer.
 */
export function backPropagate(
  layers: readonly NetworkLayer[],
  x: Vec,
  signals: readonly LayerSignal[],
  slope: Vec,
  out: Vec,
): void {
  let back = slope;
  for (let l = layers.length - 1; l >= 0; l--) {
    const [layer, { input, z, output }] = [layers[l]!, signals[l]!];
    const delta = back.map((b, i) => b * layer.activation.slope(z[i]!, output[i]!));
    addOuter(layer, out, delta, input);
    if (l > 0) back = transposed(layer, x, delta);
  }
}

/** How fast the signals of a layer change while the parameters move as x + tv. */
export interface LayerSignalRate {
  readonly input: Vec;
  readonly z: Vec;
  readonly output: Vec;
}

/** The rates of all signals: the way networkForward, differentiated by t. */
export function networkForwardRates(
  layers: readonly NetworkLayer[],
  x: Vec,
  v: Vec,
  signals: readonly LayerSignal[],
): readonly LayerSignalRate[] {
  const rates: LayerSignalRate[] = [];
  let input: Vec = new Float64Array(layers[0]!.inputs); // the features do not move
  layers.forEach((layer, l) => {
    const signal = signals[l]!;
    const moved = weighted(layer, x, input);
    const z = affine(layer, v, signal.input).map((rate, i) => rate + moved[i]!);
    const output = z.map(
      (rate, i) => rate * layer.activation.slope(signal.z[i]!, signal.output[i]!),
    );
    rates.push({ input, z, output });
    input = output;
  });
  return rates;
}

/**
 * The rate of the way back: adds one example's share of ∇²f v to `out`. Each line is the product
 * rule on a line of `backPropagate`.
 *
 * @param slope ∂ℓ/∂output of the last layer. @param slopeRate its rate.
 * Source: Pearlmutter 1994.
 */
export function backPropagateRates(
  layers: readonly NetworkLayer[],
  x: Vec,
  v: Vec,
  signals: readonly LayerSignal[],
  rates: readonly LayerSignalRate[],
  slope: Vec,
  slopeRate: Vec,
  out: Vec,
): void {
  let [back, backRate] = [slope, slopeRate];
  for (let l = layers.length - 1; l >= 0; l--) {
    const [layer, { input, z, output }, rate] = [layers[l]!, signals[l]!, rates[l]!];
    const { activation } = layer;
    const delta = back.map((b, i) => b * activation.slope(z[i]!, output[i]!));
    const deltaRate = backRate.map(
      (b, i) =>
        b * activation.slope(z[i]!, output[i]!) +
        back[i]! * activation.bend(z[i]!, output[i]!) * rate.z[i]!,
    );
    addOuter(layer, out, deltaRate, input);
    addOuter(layer, out, delta, rate.input, 0);
    if (l === 0) break;
    back = transposed(layer, x, delta);
    const turned = transposed(layer, v, delta);
    backRate = transposed(layer, x, deltaRate).map((b, i) => b + turned[i]!);
  }
}

/** Wa + b. */
function affine(layer: NetworkLayer, x: Vec, a: Vec): Vec {
  const biases = layer.first + layer.outputs * layer.inputs;
  return weighted(layer, x, a).map((z, i) => z + x[biases + i]!);
}

/** Wa. */
function weighted({ inputs, outputs, first }: NetworkLayer, x: Vec, a: Vec): Vec {
  const product = new Float64Array(outputs);
  for (let i = 0; i < outputs; i++) {
    let sum = 0;
    for (let j = 0; j < inputs; j++) sum += x[first + i * inputs + j]! * a[j]!;
    product[i] = sum;
  }
  return product;
}

/** Wᵀδ. */
function transposed({ inputs, outputs, first }: NetworkLayer, x: Vec, delta: Vec): Vec {
  const product = new Float64Array(inputs);
  for (let i = 0; i < outputs; i++)
    for (let j = 0; j < inputs; j++)
      product[j] = product[j]! + x[first + i * inputs + j]! * delta[i]!;
  return product;
}

/** out ← out + δ aᵀ at the weights, and + bias δ at the biases. */
function addOuter(layer: NetworkLayer, out: Vec, delta: Vec, a: Vec, bias = 1): void {
  const { inputs, outputs, first } = layer;
  for (let i = 0; i < outputs; i++) {
    const row = first + i * inputs;
    for (let j = 0; j < inputs; j++) out[row + j] = out[row + j]! + delta[i]! * a[j]!;
    const b = first + outputs * inputs + i;
    out[b] = out[b]! + bias * delta[i]!;
  }
}
