import {
  compoundedTimeDecay,
  constantRate,
  cosineAnnealing,
  exponentialDecay,
  gauss,
  linearRamp,
  mulberry32,
  type Schedule,
  stepDecay,
  timeDecay,
  warmupStableDecay,
} from "@downhill/optim";
import { expect, test } from "vitest";

const STEPS = 500;
const RUNS = 400;
const learningRate = 0.09;

/** The mean last loss of descent on ½(x² + 20y²) from (−8, 1.5) with noise of variance 1. */
function meanLoss(rateOf: Schedule): number {
  const rates = Array.from({ length: STEPS }, (_, n) => rateOf(n + 1));
  let sum = 0;
  for (let seed = 1; seed <= RUNS; seed++) {
    const normal = gauss(mulberry32(seed));
    let [x, y] = [-8, 1.5];
    for (const rate of rates) {
      const [noiseX, noiseY] = [normal(), normal()];
      x -= rate * (x + noiseX);
      y -= rate * (20 * y + noiseY);
    }
    sum += (x * x + 20 * y * y) / 2;
  }
  return sum / RUNS;
}

// The numbers of chapter 14, figure 1.
test.each([
  ["constant 0.09", constantRate({ learningRate }), 0.258],
  ["constant 0.02", constantRate({ learningRate: 0.02 }), 0.0112],
  ["a tenth at each third", stepDecay({ learningRate, every: 167 }), 0.00277],
  ["e^(−5t/T)", exponentialDecay({ learningRate, factor: Math.exp(-5 / STEPS) }), 0.00162],
  ["1/(1 + t/50)", timeDecay({ learningRate, decay: 1 / 50 }), 0.0043],
  ["1/√(1 + t/10)", timeDecay({ learningRate, decay: 1 / 10, power: 0.5 }), 0.0067],
  ["cosine", cosineAnnealing({ learningRate, steps: STEPS }), 0.0032],
  ["linear", linearRamp({ learningRate, startFactor: 1, endFactor: 0, steps: STEPS }), 0.0035],
  ["warm-up, stable, decay", warmupStableDecay({ learningRate, steps: STEPS }), 0.0078],
  ["the compounded misprint", compoundedTimeDecay({ learningRate, decay: 0.01 }), 2.4],
])("on a noisy bowl, %s ends at a mean loss of %d", (_name, schedule, loss) => {
  const digits = String(loss)
    .replace(/^0\.0*/, "")
    .replace(".", "").length;
  expect(Number(meanLoss(schedule as Schedule).toPrecision(digits))).toBe(loss);
});
