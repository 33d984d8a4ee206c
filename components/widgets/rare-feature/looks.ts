import { type Look, methodLooks } from "#src/plotting/method-looks.ts";
import type { Runner } from "./state.ts";

/** SGD has the look of gradient descent. */
export const runnerLooks: Readonly<Record<Runner, Look>> = {
  SGD: methodLooks["gradient descent"],
  AdaGrad: { stroke: methodLooks.AdaGrad.stroke },
  RMSprop: methodLooks.RMSprop,
  Adam: methodLooks.Adam,
};
