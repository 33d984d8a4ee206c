import { adagrad, rmsprop } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import { methodLooks } from "#src/plotting/method-looks.ts";
import type { StepLengthsFigure } from "../step-lengths/figure-of.ts";
import { rateSetting, squareRetentionSetting } from "../step-lengths/settings.ts";
import { changingStream, streamObjective } from "../step-lengths/streams.ts";
import { effectiveRate, stepLength } from "../step-lengths/traces.ts";

const STEPS = 400;
/** The last step before the gradients change. */
const CHANGE = 200;
const stream = {
  start: [0],
  steps: STEPS,
  time: "linear",
  marks: [1, 10, 100, 200, 201, 230, 250, 300, 400],
} as const;

/** W09.2: from steep ground to a plain, and the other way. */
export const toForgetFigure: StepLengthsFigure<"eta" | "rho"> = {
  id: "to-forget",
  title: say("To forget or not"),
  tryThis: say("a longer memory, ρ = 0.98, and the way back from the plain to steep ground."),
  notice: say(
    "after the fall both steps drop about a hundredfold. RMSprop’s comes back on a straight line, AdaGrad’s stays. After the rise both are there in a moment.",
  ),
  why: say(
    "on a logarithmic axis a forgotten square is a straight line: it fades by the same factor at every step. A large gradient fills the average at once; only time empties it.",
  ),
  sourceLegend: "gradients",
  sources: [
    {
      ...stream,
      name: "fall",
      label: say("10, after step 200 only 0.1"),
      objective: () => streamObjective(1, changingStream(10, CHANGE, 0.1)),
    },
    {
      ...stream,
      name: "rise",
      label: say("0.1, after step 200 then 10"),
      objective: () => streamObjective(1, changingStream(0.1, CHANGE, 10)),
    },
    {
      ...stream,
      name: "constant",
      label: say("always 1"),
      objective: () => streamObjective(1, () => [1]),
    },
  ],
  methods: [
    {
      name: "AdaGrad",
      look: methodLooks.AdaGrad,
      make: ({ eta }) => adagrad({ learningRate: eta }),
    },
    {
      name: "RMSprop",
      look: { stroke: methodLooks.RMSprop.stroke },
      make: ({ eta, rho }) => rmsprop({ learningRate: eta, rho }),
    },
  ],
  views: [
    {
      name: "step",
      label: say("step length"),
      axis: say("step length"),
      scale: "log",
      traces: [stepLength],
    },
    {
      name: "rate",
      label: say("effective rate"),
      axis: say("effective rate, step over gradient"),
      scale: "log",
      traces: [effectiveRate],
    },
  ],
  settings: [
    {
      ...squareRetentionSetting,
      track: { type: "linear", domain: [0.5, 0.999], stops: 499, digits: 3 },
      initial: 0.9,
    },
    {
      ...rateSetting,
      track: { type: "log", domain: [0.001, 1], stops: 90, digits: 2 },
      initial: 0.01,
    },
  ],
  t: 201,
};
