import { bowl, inverseSquareRoot, rmsprop } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import { methodLooks } from "#src/plotting/method-looks.ts";
import type { StepLengthsFigure } from "../step-lengths/figure-of.ts";
import { rateSetting, squareRetentionSetting } from "../step-lengths/settings.ts";
import { distance, stepLength } from "../step-lengths/traces.ts";

/** W09.2, in the bowl: two coordinates of RMSprop at a constant rate, or at one that falls. */
export const endlessHopFigure: StepLengthsFigure<"eta" | "rho" | "falling"> = {
  id: "endless-hop",
  title: say("Both coordinates end by hopping"),
  tryThis: say("the rates 0.1 and 0.01, then let the rate fall."),
  notice: say(
    "both coordinates first come very close and are then thrown out again. Their curvatures differ by a factor of 25, and they end at the same distance, half the rate. With a falling rate they come closer without end, but later.",
  ),
  why: say(
    "the divisor fades more slowly than the gradients, but it does fade, and then the effective rate passes 2/λ. In the end divisor and gradient are equally large, and a step is η long.",
  ),
  sourceLegend: "function",
  sources: [
    {
      name: "bowl",
      label: say("the bowl (1, 25)"),
      start: [-4, 1],
      steps: 2000,
      time: "log",
      objective: () => bowl([1, 25]),
      coordinates: ["θ₁", "θ₂"],
      marks: [1, 10, 20, 50, 100, 200, 500, 999, 1000, 1999, 2000],
    },
  ],
  methods: [
    {
      name: "RMSprop",
      look: { stroke: methodLooks.RMSprop.stroke },
      make: ({ eta, rho, falling }) =>
        rmsprop({
          learningRate: falling === 1 ? inverseSquareRoot({ learningRate: eta }) : eta,
          rho,
        }),
    },
  ],
  views: [
    {
      name: "distance",
      label: say("distance from 0"),
      axis: say("distance from the minimum"),
      scale: "log",
      domain: [1e-4, 10],
      traces: [distance],
    },
    {
      name: "step",
      label: say("step length"),
      axis: say("step length"),
      scale: "log",
      domain: [1e-4, 10],
      traces: [stepLength],
    },
  ],
  settings: [
    {
      ...rateSetting,
      track: { type: "log", domain: [0.005, 1], stops: 138, digits: 2 },
      initial: 0.1,
    },
    {
      ...squareRetentionSetting,
      track: { type: "linear", domain: [0.5, 0.999], stops: 499, digits: 3 },
      initial: 0.9,
    },
    { kind: "switch", name: "falling", label: say("let the rate fall as η/√t"), initial: 0 },
  ],
  presets: [
    { label: "η = 0.1", settings: { eta: 0.1, falling: 0 } },
    { label: "η = 0.01", settings: { eta: 0.01, falling: 0 } },
    { label: "0.1/√t", settings: { eta: 0.1, falling: 1 } },
  ],
  t: 1000,
};
