import { nonNegative, requireIn, requireKnown, requireWhole, show } from "../internal/guard.ts";
import { gauss, mulberry32 } from "../random.ts";
import type { Vec } from "../types.ts";

export interface InitialWeightsOptions {
  /** Any whole number. */
  readonly seed: number;
  /**
   * How large the weights are: "glorot" (default) or "lecun" for tanh, "he" for ReLU, or a standard
   * deviation in [0, ∞).
   */
  readonly scheme?: "glorot" | "lecun" | "he" | number;
}

/**
 * A start for the parameters of a network: normal weights, biases 0.
 *
 *     "glorot"   variance 2/(inputs + outputs) of the layer: signals keep their size both ways
 *     "lecun"    variance 1/inputs: signals keep their size forward
 *     "he"       variance 2/inputs: as much again, for the half that ReLU takes away
 *
 * Layer after layer come the weights, row by row, then the biases, as in `classifierNetwork`. One
 * stream of `gauss(mulberry32(seed))`, in this order.
 *
 * @param sizes numbers of units from input to output, such as [2, 8, 3].
 * @throws TypeError for an unknown option, a size or a scheme of another type; RangeError for a
 *   size that is no whole number of at least 1, a scheme outside its range, or a seed that is no
 *   whole number.
 * Sources: LeCun, Bottou, Orr & Müller 1998; Glorot & Bengio 2010; He et al. 2015.
 */
export function initialWeights(sizes: readonly number[], options: InitialWeightsOptions): Vec {
  requireKnown("initialWeights", options, ["seed", "scheme"]);
  const { seed, scheme = "glorot" } = options;
  for (const size of sizes) requireWhole("initialWeights", "every size", size, 1);
  if (!Number.isInteger(seed))
    throw new RangeError(`initialWeights: seed must be a whole number, got ${show(seed)}`);
  if (typeof scheme === "number" || !Object.hasOwn(VARIANCES, scheme))
    requireIn(
      "initialWeights",
      'scheme, unless "glorot", "lecun" or "he",',
      scheme as number,
      nonNegative,
    );
  const normal = gauss(mulberry32(seed));
  return Float64Array.from(
    sizes.slice(1).flatMap((outputs, layer) => {
      const inputs = sizes[layer]!;
      const deviation =
        typeof scheme === "number" ? scheme : Math.sqrt(VARIANCES[scheme](inputs, outputs));
      const weights = Array.from({ length: outputs * inputs }, () => deviation * normal());
      return [...weights, ...Array.from({ length: outputs }, () => 0)];
    }),
  );
}

const VARIANCES = {
  glorot: (inputs: number, outputs: number) => 2 / (inputs + outputs),
  lecun: (inputs: number) => 1 / inputs,
  he: (inputs: number) => 2 / inputs,
};
