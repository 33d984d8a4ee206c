import { classifierNetwork, initialWeights, type NeuralNetwork, type Vec } from "@downhill/optim";
import { type Digits, PIXELS } from "./packed.ts";

/** Images to learn from; the others are held out. */
export const LEARNED = 1500;
/** Hidden units. */
const HIDDEN = 32;
const CLASSES = 10;
const INK = 16;

/** A network of 32 hidden units on the digits, and how it does on those that it does not see. */
export interface DigitsNetwork {
  readonly learned: NeuralNetwork;
  readonly start: Vec;
  /** The share of the images held out that are told right. */
  readonly right: (x: Vec) => number;
}

export function digitsNetwork({ count, pixels, labels }: Digits): DigitsNetwork {
  const images = Array.from({ length: count }, (_, row) =>
    Array.from(pixels.subarray(PIXELS * row, PIXELS * (row + 1)), (ink) => ink / INK),
  );
  const learned = classifierNetwork(images.slice(0, LEARNED), [...labels.subarray(0, LEARNED)], {
    hidden: [HIDDEN],
    classes: CLASSES,
  });
  return {
    learned,
    start: initialWeights(learned.sizes, { seed: 1 }),
    right(x) {
      const tests = images.slice(LEARNED);
      const hits = tests.filter((image, i) => {
        const said = learned.predict(x, image);
        return said.indexOf(Math.max(...said)) === labels[LEARNED + i];
      });
      return hits.length / tests.length;
    },
  };
}
