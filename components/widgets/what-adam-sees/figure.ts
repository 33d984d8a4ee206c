import { adam } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import { methodLooks } from "#src/plotting/method-looks.ts";
import type { Sample, StepLengthsFigure, Trace } from "../step-lengths/figure-of.ts";
import {
  alternatingStream,
  constantStream,
  type Gradients,
  noiseStream,
  streamObjective,
} from "../step-lengths/streams.ts";

const BETA1 = 0.9;
const BETA2 = 0.999;
/** So many gradients of 0 that both corrections are over. */
export const SILENCE = 10_000;
const STEPS = 60;
const NOISY_STEPS = 300;

const gradient: Trace = {
  name: say("gradient"),
  look: { stroke: "var(--gradient)", strokeDasharray: "1.5 2.5" },
  of: ({ g }) => g,
};
const average: Trace = {
  name: say("m, corrected"),
  look: { stroke: "var(--velocity)", strokeDasharray: "8 3" },
  of: (sample) => corrected(sample, "m", BETA1),
};
const size: Trace = {
  name: say("√s, corrected"),
  look: { stroke: "var(--curvature)", strokeDasharray: "5 3" },
  of: (sample) => Math.sqrt(corrected(sample, "s", BETA2)),
};
/** With its sign turned, so that it points where the average does. */
const step: Trace = { name: say("step over η"), look: methodLooks.Adam, of: ({ move }) => -move };

function corrected({ memory, t }: Sample, name: string, beta: number): number {
  return memory(name) / (1 - beta ** t);
}

/** The gradients of the steps after a silence, counted from 1. */
const afterSilence =
  (gradients: (j: number) => number): Gradients =>
  (t) => [t <= SILENCE ? 0 : gradients(t - SILENCE)];

const short = {
  start: [0],
  steps: STEPS,
  time: "linear",
  marks: [1, 2, 3, 5, 10, 12, 20, 40, STEPS],
} as const;

/** W10.2: what two averages make of five streams of gradients. */
export const whatAdamSeesFigure: StepLengthsFigure<"seed"> = {
  id: "what-adam-sees",
  title: say("What Adam sees"),
  tryThis: say("the other streams, and say before each what the step will be."),
  notice: say(
    "after a silence one gradient makes a step of 3.16 η and a long tail of others, and gradients that stay make longer ones. Without a silence before them, gradients that agree make steps of η, however small they are; gradients that contradict each other make almost none. With noise of 3 on a mean of 1 the steps scatter, and go the right way by about a third of η on average.",
  ),
  why: say(
    "the step is the average over the size. After a silence m takes in a tenth of the new gradient, but √s only a thirty-second. Averages of agreeing gradients are as large as the gradients; of alternating ones they are small, and the size is not.",
  ),
  sourceLegend: "gradients",
  sources: [
    {
      ...short,
      name: "one",
      label: say("silence, then one"),
      skipped: SILENCE,
      objective: () =>
        streamObjective(
          1,
          afterSilence((j) => (j === 1 ? 1 : 0)),
        ),
    },
    {
      ...short,
      name: "stay",
      label: say("silence, then always 1"),
      skipped: SILENCE,
      objective: () =>
        streamObjective(
          1,
          afterSilence(() => 1),
        ),
    },
    {
      ...short,
      name: "constant",
      label: say("always 0.5"),
      objective: () => streamObjective(1, constantStream(0.5)),
    },
    {
      ...short,
      name: "alternating",
      label: "1, −1, 1, …",
      objective: () => streamObjective(1, alternatingStream(1)),
    },
    {
      ...short,
      name: "noise",
      label: say("mean 1, noise of 3"),
      steps: NOISY_STEPS,
      marks: [1, 2, 5, 10, 50, 100, 200, NOISY_STEPS],
      objective: ({ seed }) => streamObjective(1, noiseStream(NOISY_STEPS, 1, 3, seed)),
    },
  ],
  methods: [
    {
      name: "Adam",
      look: methodLooks.Adam,
      make: () => adam({ learningRate: 1, beta1: BETA1, beta2: BETA2, epsilon: 1e-30 }),
    },
  ],
  views: [
    {
      name: "all",
      label: say("gradient, averages, step"),
      axis: say("gradient, averages, step"),
      scale: "linear",
      traces: [gradient, average, size, step],
    },
    {
      name: "step",
      label: say("step alone"),
      axis: say("step over η"),
      scale: "linear",
      traces: [step],
    },
  ],
  settings: [{ kind: "seed", name: "seed", label: say("Other noise"), initial: 1 }],
  t: 1,
};
