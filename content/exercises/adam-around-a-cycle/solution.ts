import { amsgradKernel } from "@downhill/optim";

const GRADIENTS = [3, -1, -1];

/** Three steps of a real run long after the start; a record that is always forgotten makes it Adam. */
export function answers(): readonly number[] {
  const [x, g, m, s, sMax] = [0, 1, 2, 3, 4].map(() => new Float64Array(1));
  let before = 0;
  for (let t = 1; t <= 300; t++) {
    if (t === 298) before = x![0]!;
    g![0] = GRADIENTS[(t - 1) % 3]!;
    sMax![0] = 0;
    amsgradKernel(x!, g!, m!, s!, sMax!, 0.1, 0, 0.1, 0, t, "paper");
  }
  return [x![0]! - before];
}
