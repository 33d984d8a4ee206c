import { exponentialDecay, type Schedule, timeDecay } from "@downhill/optim";
import { seedField } from "../seed.ts";
import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, flagField, numberField, wholeField } from "../url-state.ts";

export type ScheduleName = "constant" | "root" | "inverse" | "exponential";
export type Clock = "epochs" | "updates";

/** What the reader sets: the batch, the rate, how batches are drawn, the data, the start, and the update shown. */
export interface LabState {
  readonly b: number;
  readonly eta: number;
  readonly replacement: boolean;
  readonly schedule: ScheduleName;
  readonly clock: Clock;
  /** Whether all points lie on the line. */
  readonly exact: boolean;
  readonly seed: number;
  readonly w: number;
  readonly c: number;
  readonly t: number;
}

export const COUNT = 200;
export const EPOCHS = 20;
export const BATCHES: readonly number[] = [1, 8, 40, 200];
export const stepsOf = (b: number) => (EPOCHS * COUNT) / b;

export const WINDOW = { x: [-3.4, 4.4], y: [-3.2, 3.4] } as const;
export const etaTrack: Track = { type: "log", domain: [0.01, 2.5], stops: 240, digits: 3 };

/** Of all schedules that shrink, per update. */
const DECAY = 1 / 50;

/** The rate once n updates are done, so that the first is η. */
export const schedules: readonly {
  readonly value: ScheduleName;
  readonly label: string;
  readonly rate: (learningRate: number) => Schedule;
}[] = [
  { value: "constant", label: "η", rate: (learningRate) => () => learningRate },
  {
    value: "root",
    label: "η/√(1 + n/50)",
    rate: (learningRate) => timeDecay({ learningRate, decay: DECAY, power: 0.5 }),
  },
  {
    value: "inverse",
    label: "η/(1 + n/50)",
    rate: (learningRate) => timeDecay({ learningRate, decay: DECAY }),
  },
  {
    value: "exponential",
    label: "η·e^(−n/50)",
    rate: (learningRate) => exponentialDecay({ learningRate, factor: Math.exp(-DECAY) }),
  },
];

export const labFields: Fields<LabState> = {
  b: choiceField<number>(8, BATCHES),
  eta: numberField(0.1, ...etaTrack.domain),
  replacement: flagField(false),
  schedule: choiceField<ScheduleName>("constant", ["constant", "root", "inverse", "exponential"]),
  clock: choiceField<Clock>("epochs", ["epochs", "updates"]),
  exact: flagField(false),
  seed: seedField(),
  w: numberField(-2, ...WINDOW.x),
  c: numberField(2, ...WINDOW.y),
  t: wholeField(stepsOf(8), 0, stepsOf(1)),
};

/** Another batch size, at the same epoch. */
export function withBatch({ b, t }: LabState, next: number): Partial<LabState> {
  return { b: next, t: Math.round((t * b) / next) };
}
