import { packedDigits } from "../internal/packed-digits.ts";
import type { Vec } from "../types.ts";

/** Images of handwritten digits and what they show, as `classifierNetwork` takes them. */
export interface DigitImages {
  /** One row of 64 pixels for each image, from 0 (paper) to 16 (ink): eight rows of eight. */
  readonly X: readonly Vec[];
  /** The digit that each image shows, 0 to 9. */
  readonly y: readonly number[];
}

const PIXELS = 64;

/**
 * 1797 handwritten digits of 8 × 8 pixels. Many people wrote them; those of one person may stand
 * together, so that the last ones come from other hands than the first.
 *
 *     const { X, y } = digits();
 *     classifierNetwork(X.slice(0, 1500), y.slice(0, 1500), { hidden: [32] })
 *
 * @returns new arrays at every call.
 * Source: E. Alpaydin & C. Kaynak, Optical Recognition of Handwritten Digits (the test part), UCI
 * Machine Learning Repository 1998, doi:10.24432/C50P49, licence CC BY 4.0; values as they are there.
 */
export function digits(): DigitImages {
  const images = packedDigits().match(/[a-q]{64}\d/g) ?? [];
  const paper = "a".charCodeAt(0);
  return {
    X: images.map((image) =>
      Float64Array.from({ length: PIXELS }, (_, i) => image.charCodeAt(i) - paper),
    ),
    y: images.map((image) => Number(image[PIXELS])),
  };
}
