import { adam } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import { methodLooks } from "#src/plotting/method-looks.ts";
import type { StepLengthsFigure } from "../step-lengths/figure-of.ts";
import { constantStream, streamObjective } from "../step-lengths/streams.ts";
import { stepLength } from "../step-lengths/traces.ts";

/** With the rate 1 a step is as long as the step over η. */
const learningRate = 1;

/** W10.1: how much too long the steps are without the correction, for five thousand steps. */
export const biasCorrectionFigure: StepLengthsFigure<"beta1" | "beta2"> = {
  id: "bias-correction",
  title: say("How much too long a step is"),
  tryThis: say("β₂ = 0.99, where the first step is right, and β₂ = 0.9999; then β₁ = 0."),
  notice: say(
    "at β₁ = 0.9 the hump comes within the first twenty steps or so, and its tail is long. The closer β₂ is to 1, the higher the hump and the longer the tail. With the correction every step is 1.",
  ),
  why: say(
    "the curve is (1 − β₁ᵗ)/√(1 − β₂ᵗ): a numerator that at β₁ = 0.9 is nearly complete after thirty steps, over a denominator that takes thousands.",
  ),
  sourceLegend: "gradients",
  sources: [
    {
      name: "constant",
      label: say("always 1"),
      start: [0],
      steps: 5000,
      time: "log",
      objective: () => streamObjective(1, constantStream(1)),
      marks: [1, 2, 5, 10, 12, 20, 100, 500, 1000, 5000],
    },
  ],
  methods: [
    {
      name: "corrected",
      look: methodLooks.Adam,
      make: ({ beta1, beta2 }) => adam({ learningRate, beta1, beta2 }),
    },
    {
      name: "not corrected",
      look: { stroke: "var(--ink)", strokeDasharray: "5 3" },
      make: ({ beta1, beta2 }) => adam({ learningRate, beta1, beta2, biasCorrection: false }),
    },
  ],
  views: [
    {
      name: "step",
      label: say("step over η"),
      axis: say("step length over η"),
      scale: "linear",
      traces: [stepLength],
    },
  ],
  settings: [
    {
      kind: "slider",
      name: "beta1",
      symbol: "β₁",
      notation: "first-retention",
      label: say("kept of the average"),
      track: { type: "linear", domain: [0, 0.99], stops: 99, digits: 2 },
      initial: 0.9,
    },
    {
      kind: "slider",
      name: "beta2",
      symbol: "β₂",
      notation: "second-retention",
      label: say("kept of the squares"),
      track: { type: "linear", domain: [0.9, 0.9999], stops: 999, digits: 4 },
      initial: 0.999,
    },
  ],
  t: 12,
};
