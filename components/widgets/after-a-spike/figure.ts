import { adam, amsgrad } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import { methodLooks } from "#src/plotting/method-looks.ts";
import type { StepLengthsFigure, Trace } from "../step-lengths/figure-of.ts";
import { spikeStream, streamObjective } from "../step-lengths/streams.ts";
import { stepLength } from "../step-lengths/traces.ts";

/** Step of the spike, and the last step of the figure: Adam has nearly forgotten it by then. */
const AT = 50;
const LAST = 6000;
const BETA1 = 0.9;
const AMSGRAD = methodLooks.AMSGrad.stroke;
/** Small enough to make no difference here. */
const EPSILON = 1e-8;

/** The step over the average m: what m is multiplied by, the corrections included. */
export const factorOfM: Trace = {
  of: ({ move, memory }) => Math.abs(move / memory("m")),
};

type Knob = "spike" | "beta2";
const fixed = { learningRate: 1, beta1: BETA1, epsilon: EPSILON };

export const afterASpike: StepLengthsFigure<Knob> = {
  id: "after-a-spike",
  title: say("After a spike"),
  tryThis: say("both pictures; then β₂ = 0.99, and spikes of 10 and of 1000."),
  notice: say(
    "Adam forgets the spike and comes back to steps of 1. The paper’s version and Optax’s stay where the spike has put them. PyTorch’s starts nearly as low as Optax’s and then grows to the level of the paper’s.",
  ),
  why: say(
    "the record stays in all three. But PyTorch divides it by 1 − β₂ᵗ, which grows on; Optax keeps what it has divided by a small 1 − β₂ᵗ once; the paper divides by nothing.",
  ),
  sourceLegend: "gradients",
  sources: [
    {
      name: "spike",
      label: say("1, with one spike at step 50"),
      steps: LAST,
      start: [0],
      objective: ({ spike }) => streamObjective(1, spikeStream(1, AT, spike)),
      time: "log",
      marks: [1, 12, AT - 1, AT, 100, 500, 2000, LAST],
    },
  ],
  methods: [
    {
      name: "Adam",
      look: methodLooks.Adam,
      make: ({ beta2 }) => adam({ ...fixed, beta2 }),
    },
    {
      name: "paper",
      look: { stroke: AMSGRAD },
      make: ({ beta2 }) => amsgrad({ ...fixed, beta2, form: "paper" }),
    },
    {
      name: "PyTorch",
      look: { stroke: AMSGRAD, strokeDasharray: "6 2.5" },
      make: ({ beta2 }) => amsgrad({ ...fixed, beta2, form: "pytorch" }),
    },
    {
      name: "Optax",
      look: { stroke: AMSGRAD, strokeDasharray: "1.5 3" },
      make: ({ beta2 }) => amsgrad({ ...fixed, beta2, form: "optax" }),
    },
  ],
  views: [
    {
      name: "steps",
      label: say("length of a step"),
      axis: say("length of a step"),
      scale: "log",
      domain: [0.02, 20],
      traces: [stepLength],
    },
    {
      name: "factor",
      label: say("factor of m"),
      axis: say("factor of m"),
      scale: "log",
      domain: [0.02, 60],
      traces: [factorOfM],
    },
  ],
  settings: [
    {
      kind: "slider",
      name: "spike",
      symbol: "g₅₀",
      notation: "gradient-estimate",
      label: say("spike"),
      track: { type: "log", domain: [1, 1000], stops: 60, digits: 2 },
      initial: 100,
    },
    {
      kind: "slider",
      name: "beta2",
      symbol: "β₂",
      notation: "second-retention",
      label: say("memory of squares"),
      track: { type: "linear", domain: [0.9, 0.999], stops: 99, digits: 3 },
      initial: 0.999,
    },
  ],
  t: 100,
};
