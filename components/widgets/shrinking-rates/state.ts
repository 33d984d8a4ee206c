import { constantRate, inverseSquareRoot, type Schedule, timeDecay } from "@downhill/optim";
import { seedField } from "../seed.ts";
import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, numberField } from "../url-state.ts";

export type RateName = "constant" | "inverse" | "power" | "root" | "slow" | "geometric";

/** The schedule in front, the curvature, and which noise the run has. */
export interface RatesState {
  readonly rate: RateName;
  readonly lambda: number;
  readonly seed: number;
}

/** A schedule, and whether its sums are as Robbins and Monro ask. */
export interface Rate {
  readonly name: RateName;
  readonly label: string;
  readonly at: Schedule;
  /** Is Σ η infinite, so that any distance can be travelled? */
  readonly reaches: boolean;
  /** Is Σ η² finite, so that the noise dies out? */
  readonly settles: boolean;
}

export const STEPS = 10_000;
export const START = 10;
export const lambdaTrack: Track = { type: "log", domain: [0.05, 1.8], stops: 120, digits: 2 };

export const RATES: readonly Rate[] = [
  {
    name: "constant",
    label: "0.1",
    at: constantRate({ learningRate: 0.1 }),
    reaches: true,
    settles: false,
  },
  {
    name: "inverse",
    label: "1/t",
    at: timeDecay({ learningRate: 1, decay: 1 }),
    reaches: true,
    settles: true,
  },
  {
    name: "power",
    label: "t^(−3/4)",
    at: timeDecay({ learningRate: 1, decay: 1, power: 0.75 }),
    reaches: true,
    settles: true,
  },
  {
    name: "root",
    label: "0.5/√t",
    at: inverseSquareRoot({ learningRate: 0.5 }),
    reaches: true,
    settles: false,
  },
  {
    name: "slow",
    label: "0.1/t",
    at: timeDecay({ learningRate: 0.1, decay: 1 }),
    reaches: true,
    settles: true,
  },
  {
    name: "geometric",
    label: "0.1·0.95^t",
    at: (t) => 0.1 * 0.95 ** t,
    reaches: false,
    settles: true,
  },
];

export const ratesFields: Fields<RatesState> = {
  rate: choiceField<RateName>(
    "slow",
    RATES.map(({ name }) => name),
  ),
  lambda: numberField(1, ...lambdaTrack.domain),
  seed: seedField(),
};
