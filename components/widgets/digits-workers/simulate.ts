import {
  allReduce,
  dataParallel,
  gradientDescent,
  type Method,
  minibatch,
  parameterServer,
  type StochasticObjective,
  type Vec,
} from "@downhill/optim";
import type { DigitsNetwork } from "./network.ts";
import { dealOf, planOf, SEED } from "./plan.ts";
import type { Mode, WorkersState } from "./state.ts";

/** Where a training ends: its loss over the images learned from, and its share of hits on the others. */
export interface Ending {
  readonly mode: Mode;
  readonly workers: number;
  readonly loss: number;
  readonly right: number;
}

/**
 * The same training with the package's own parallel SGD, one update after another: `allReduce`, or
 * a `parameterServer` to which the workers come in turn, so that every gradient is workers − 1
 * updates old.
 */
export function simulated(
  network: DigitsNetwork,
  state: WorkersState,
  mode: Mode,
  workers: number,
) {
  const { learned } = network;
  const { steps, rate } = planOf(network, state, mode, workers);
  const descent = gradientDescent({ learningRate: rate });
  return mode === "synchronous"
    ? endOf(descent, allReduce(dataParallel(learned, dealOf(state, workers))), steps, network.start)
    : endOf(
        parameterServer(descent, { workers }),
        minibatch(learned, { batchSize: state.b, seed: SEED, dropLast: true }),
        steps,
        network.start,
      );
}

/** The ending of a training that came to x. */
export function endingAt(network: DigitsNetwork, mode: Mode, workers: number, x: Vec): Ending {
  return { mode, workers, loss: network.learned.value(x), right: network.right(x) };
}

/** The point after so many steps, without the losses on the way. */
function endOf(method: Method, objective: StochasticObjective, steps: number, start: Vec): Vec {
  const run = method.inPlace?.(start);
  if (run === undefined) throw new TypeError(`simulated: ${method.name} has no form in place`);
  for (let k = 1; k <= steps; k++) run.advance(objective.at(k), k);
  return run.x;
}
