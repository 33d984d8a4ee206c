import {
  adamKernel,
  binaryNetwork,
  gradientDescentKernel,
  initialWeights,
  minibatch,
  momentumKernel,
  twoMoons,
  type Vec,
} from "@downhill/optim";

/** The points to train on, and as many others of the same kind that are held out. */
export const trained = twoMoons();
export const heldOut = twoMoons({ seed: 4 });

export const network = binaryNetwork(trained.X, trained.y, { hidden: [8] });
const onHeldOut = binaryNetwork(heldOut.X, heldOut.y, { hidden: [8] });

export const METHODS = ["SGD", "momentum", "Adam"] as const;
export type MoonsMethod = (typeof METHODS)[number];

/** Steps of an epoch: 200 points in batches of 20. */
export const STEPS_PER_EPOCH = 10;
const BATCH = 20;

/** The parameters at the start, and the batches, of one seed. */
export const startOf = (seed: number): Vec =>
  initialWeights(network.sizes, { seed, scheme: "lecun" });
export const batchesOf = (seed: number) =>
  minibatch(network, { batchSize: BATCH, seed: seed + 50 });

/** The loss that decides: on the points held out. */
export const heldOutLoss = (x: Vec): number => onHeldOut.value(x);

/** A training that can be continued: index e of `losses` is after e epochs. */
export interface MoonsRun {
  readonly losses: number[];
  readonly x: Vec;
  /** Trains on until so many epochs are done. */
  readonly trainUntil: (epochs: number) => void;
}

/** The network 2–8–1 on two moons from its start; runs of one seed meet the same batches. */
export function moonsRun(method: MoonsMethod, learningRate: number, seed = 1): MoonsRun {
  const x = startOf(seed);
  const [m, s] = [new Float64Array(x.length), new Float64Array(x.length)];
  const batches = batchesOf(seed);
  const losses = [heldOutLoss(x)];
  let k = 0;
  const step = (g: Vec) => {
    if (method === "SGD") gradientDescentKernel(x, g, learningRate);
    else if (method === "momentum") momentumKernel(x, g, m, learningRate, 0.9);
    else adamKernel(x, g, m, s, learningRate, 0.9, 0.999, 1e-8, k);
  };
  return {
    losses,
    x,
    trainUntil(epochs) {
      while (losses.length <= epochs) {
        for (let i = 0; i < STEPS_PER_EPOCH; i++) step(batches.at(++k).gradient(x));
        losses.push(heldOutLoss(x));
      }
    },
  };
}
