import {
  compoundedTimeDecay,
  constantRate,
  cosineAnnealing,
  exponentialDecay,
  oneCycle,
  polynomialDecay,
  type Schedule,
  stepDecay,
  timeDecay,
  warmRestarts,
  warmupStableDecay,
} from "@downhill/optim";
import { say } from "#src/language/say.ts";
import type { Track } from "../slider-scale.ts";

/** The number that gives a schedule its shape, beside its highest rate. */
export interface Shape {
  readonly symbol: string;
  readonly label: string;
  readonly track: Track;
  readonly initial: number;
}

/** A schedule of the studio; `steps` is the length of the run. */
export interface StudioSchedule {
  readonly name: string;
  readonly shape?: Shape;
  readonly make: (learningRate: number, shape: number, steps: number) => Schedule;
}

const decay = (initial: number): Shape => ({
  symbol: "d",
  label: say("decay"),
  track: { type: "log", domain: [0.001, 1], stops: 120, digits: 3 },
  initial,
});
const lastShare: Shape = {
  symbol: "s",
  label: say("last rate, as a share of the first"),
  track: { type: "linear", domain: [0, 0.5], stops: 50, digits: 2 },
  initial: 0,
};
const whole = (low: number, high: number): Track => ({
  type: "linear",
  domain: [low, high],
  stops: high - low,
  digits: 0,
});

/** All of the package's standard schedules, by the names that the text uses. */
export const SCHEDULES = {
  constant: {
    name: "constant",
    make: (learningRate) => constantRate({ learningRate }),
  },
  step: {
    name: say("step, ÷ 10"),
    shape: {
      symbol: "r",
      label: say("steps for each rate"),
      track: whole(50, 500),
      initial: 167,
    },
    make: (learningRate, every) => stepDecay({ learningRate, every }),
  },
  exponential: {
    name: "exponential",
    shape: {
      symbol: "dT",
      label: say("the power of e by which it falls"),
      track: { type: "linear", domain: [0, 20], stops: 80, digits: 2 },
      initial: 5,
    },
    make: (learningRate, folds, steps) =>
      exponentialDecay({ learningRate, factor: Math.exp(-folds / steps) }),
  },
  time: {
    name: "1/(1 + dn)",
    shape: decay(0.02),
    make: (learningRate, d) => timeDecay({ learningRate, decay: d }),
  },
  root: {
    name: "1/√(1 + dn)",
    shape: decay(0.1),
    make: (learningRate, d) => timeDecay({ learningRate, decay: d, power: 0.5 }),
  },
  cosine: {
    name: "cosine",
    shape: lastShare,
    make: (learningRate, share, steps) =>
      cosineAnnealing({ learningRate, steps, end: share * learningRate, afterwards: "hold" }),
  },
  linear: {
    name: "linear",
    shape: lastShare,
    make: (learningRate, share, steps) =>
      polynomialDecay({ learningRate, steps, end: share * learningRate }),
  },
  wsd: {
    name: say("stable, then decay"),
    shape: {
      symbol: "p",
      label: say("share of the steps that decay"),
      track: { type: "linear", domain: [0.02, 1], stops: 98, digits: 2 },
      initial: 0.2,
    },
    make: (learningRate, share, steps) =>
      warmupStableDecay({ learningRate, steps, decaySteps: Math.round(share * steps) }),
  },
  restarts: {
    name: say("warm restarts"),
    shape: {
      symbol: "T₀",
      label: say("steps between restarts"),
      track: whole(25, 500),
      initial: 125,
    },
    make: (learningRate, period) => warmRestarts({ learningRate, period }),
  },
  cycle: {
    name: say("one cycle"),
    shape: {
      symbol: "p",
      label: say("share of the steps that rise"),
      track: { type: "linear", domain: [0.02, 0.9], stops: 88, digits: 2 },
      initial: 0.3,
    },
    make: (learningRate, peakAt, steps) => oneCycle({ learningRate, steps, peakAt }),
  },
  misprint: {
    name: say("the faulty recursion"),
    shape: decay(0.01),
    make: (learningRate, d) => compoundedTimeDecay({ learningRate, decay: d }),
  },
} satisfies Readonly<Record<string, StudioSchedule>>;

export type ScheduleId = keyof typeof SCHEDULES;

export const SCHEDULE_IDS = Object.keys(SCHEDULES) as ScheduleId[];

/** A schedule of the studio, without knowing which. */
export const studioSchedule = (id: ScheduleId): StudioSchedule => SCHEDULES[id];
