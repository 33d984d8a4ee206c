import { binaryNetwork, initialWeights, minibatch, twoMoons } from "@downhill/optim";
import { type MethodName, methodsOf } from "./methods.ts";

/** The rates that every method is tried with. */
export const RATES: readonly number[] = [1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
export const SEEDS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
export const EPOCHS = 60;
export const BATCH = 20;

const { X, y } = twoMoons();
const network = binaryNetwork(X, y, { hidden: [8] });
export const STEPS = EPOCHS * (network.examples / BATCH);

/** One method at every rate: losses in the order of RATES, ∞ where a training left the numbers. */
export interface Row {
  readonly method: MethodName;
  readonly losses: readonly number[];
}

/** A row of the table. */
export function trainRow(method: MethodName): Row {
  return { method, losses: RATES.map((rate) => trainedLoss(method, rate)) };
}

/**
 * The training loss of the network 2–8–1 after 60 epochs: the median of nine trainings, which
 * differ in the start and in the order of the points.
 */
export function trainedLoss(method: MethodName, rate: number): number {
  const losses = SEEDS.map((seed) => {
    const run = methodsOf[method](rate).inPlace?.(startOf(seed));
    if (run === undefined) throw new TypeError(`trainedLoss: ${method} has no form in place`);
    const batches = minibatch(network, { batchSize: BATCH, seed: seed + 50 });
    for (let k = 1; k <= STEPS; k++) run.advance(batches.at(k), k);
    const loss = network.value(run.x);
    return Number.isFinite(loss) ? loss : Number.POSITIVE_INFINITY;
  });
  return losses.toSorted((a, b) => a - b)[Math.floor(losses.length / 2)] as number;
}

const startOf = (seed: number) => initialWeights(network.sizes, { seed, scheme: "lecun" });
