import { gradientDescent, rmsprop, rprop, signSgd } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import { methodLooks } from "#src/plotting/method-looks.ts";
import type { StepLengthsFigure } from "../step-lengths/figure-of.ts";
import { squareRetentionSetting } from "../step-lengths/settings.ts";
import { cyclicStream, streamObjective } from "../step-lengths/streams.ts";
import { stepLength } from "../step-lengths/traces.ts";

/** The rate of all methods, and Rprop's first step. */
export const RATE = 0.01;
/** Hinton's example: the mean is 0. */
export const ROUND = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, -0.9] as const;
/** The mean square of a round: what a long average of squares holds. */
export const MEAN_SQUARE = ROUND.reduce((sum, g) => sum + g * g, 0) / ROUND.length;

/** W09.1: ten rounds of nine gradients +0.1 and one −0.9. */
export const ninePlusOneFigure: StepLengthsFigure<"rho" | "warm"> = {
  id: "nine-plus-one",
  title: say("Nine small gradients and one large"),
  tryThis: say(
    "a longer memory: ρ says how much of the old average RMSprop keeps. Then a warm start, which gives the average its final value at once. Show the step lengths too.",
  ),
  notice: say(
    "the mean of the gradients is 0, and gradient descent comes back after every round. Signs go down, Rprop runs away. RMSprop drifts less the longer it remembers, if its average starts full. All rates are 0.01.",
  ),
  why: say(
    "a sum is the same in any order and any grouping; a sign throws away what is to be summed. RMSprop divides by nearly the same number in the whole round, and so it nearly adds.",
  ),
  sourceLegend: say("gradients"),
  sources: [
    {
      name: "round",
      label: say("nine times +0.1, once −0.9"),
      start: [0],
      steps: 100,
      time: "linear",
      objective: () => streamObjective(1, cyclicStream(ROUND)),
      marks: [1, 9, 10, 11, 19, 20, 30, 40, 50, 60, 70, 80, 90, 99, 100],
    },
  ],
  methods: [
    {
      name: "gradient descent",
      look: methodLooks["gradient descent"],
      make: () => gradientDescent({ learningRate: RATE }),
    },
    {
      name: "signs only",
      look: { stroke: "var(--ink-soft)", strokeDasharray: "2 2" },
      make: () => signSgd({ learningRate: RATE }),
    },
    {
      name: "Rprop",
      look: { stroke: "var(--ink)" },
      make: () => rprop({ learningRate: RATE }),
    },
    {
      name: "RMSprop",
      look: { stroke: methodLooks.RMSprop.stroke },
      make: ({ rho, warm }) =>
        rmsprop({ learningRate: RATE, rho, initialAccumulator: warm === 1 ? MEAN_SQUARE : 0 }),
    },
  ],
  views: [
    {
      name: "place",
      label: say("where the weight is"),
      axis: say("position of the weight"),
      scale: "linear",
      domain: [-0.9, 0.06],
      traces: [{ of: ({ x }) => x }],
    },
    {
      name: "step",
      label: say("step length"),
      axis: say("step length"),
      scale: "log",
      domain: [5e-4, 100],
      traces: [stepLength],
    },
  ],
  settings: [
    {
      ...squareRetentionSetting,
      track: { type: "linear", domain: [0, 0.999], stops: 999, digits: 3 },
      initial: 0.9,
    },
    { kind: "switch", name: "warm", label: say("warm start: s₀ = 0.09"), initial: 0 },
  ],
  presets: [
    { label: "ρ = 0.9", settings: { rho: 0.9, warm: 0 } },
    { label: "ρ = 0.99", settings: { rho: 0.99, warm: 0 } },
    { label: say("ρ = 0.99, warm"), settings: { rho: 0.99, warm: 1 } },
    { label: say("ρ = 0.999, warm"), settings: { rho: 0.999, warm: 1 } },
  ],
  t: 100,
};
