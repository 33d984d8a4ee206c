import { type EwaWindow, ewaMass, ewaWindow } from "@downhill/optim";

/** The weights of an exponentially weighted average by age, and what they add up to. */
export interface WeightsModel extends EwaWindow {
  /** (1 − β)βᵏ at index k. */
  readonly weights: readonly number[];
  /** Sum of the weights after t numbers, 1 − βᵗ. */
  readonly mass: number;
  /** The share of all weight that the last 1/(1 − β) numbers have. */
  readonly inWindow: number;
}

/**
 * @param beta retention
 * @param t how many numbers have been taken in
 * @param length how many ages to list
 */
export function weightsModel(beta: number, t: number, length: number): WeightsModel {
  const readings = ewaWindow(beta);
  return {
    ...readings,
    weights: Array.from({ length }, (_, k) => (1 - beta) * beta ** k),
    mass: ewaMass(beta, t),
    inWindow: 1 - readings.weightAfterWindow,
  };
}
