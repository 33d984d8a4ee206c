import { adagrad, bowl } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import { methodLooks } from "#src/plotting/method-looks.ts";
import type { StepLengthsFigure } from "../step-lengths/figure-of.ts";
import { rateSetting } from "../step-lengths/settings.ts";
import {
  alternatingStream,
  changingStream,
  constantStream,
  noiseStream,
  streamObjective,
} from "../step-lengths/streams.ts";
import { distance, effectiveRate, stepLength } from "../step-lengths/traces.ts";

const STEPS = 1000;
const stream = { start: [0], steps: STEPS, time: "log" } as const;

/** W08.2: what AdaGrad makes of η over a thousand steps. */
export const effectiveRateFigure: StepLengthsFigure<"eta" | "seed"> = {
  id: "effective-rate",
  title: say("What becomes of η"),
  tryThis: say(
    "the gradient that falls from 10 to 0.1 after 200 steps, then the bowl with several η. On a stream, “distance from 0” is how far the steps have led in all, forth minus back.",
  ),
  notice: say(
    "on logarithmic axes the steps for a constant gradient fall on a straight line of slope −½. After the fall to 0.1 they drop a hundredfold and never come back.",
  ),
  why: say(
    "the sum under the root only grows. Ten thousand small gradients of size 0.1 add as much to it as a single one of size 10, and there were 200 of those.",
  ),
  sourceLegend: "gradients",
  sources: [
    {
      ...stream,
      name: "constant",
      label: say("always 1"),
      objective: () => streamObjective(1, constantStream(1)),
      marks: [1, 4, 10, 100, 1000],
    },
    {
      ...stream,
      name: "alternating",
      label: say("+1 and −1 in turn"),
      objective: () => streamObjective(1, alternatingStream(1)),
      marks: [1, 4, 10, 100, 1000],
    },
    {
      ...stream,
      name: "noise",
      label: say("noise around 0"),
      objective: ({ seed }) => streamObjective(1, noiseStream(STEPS, 0, 1, seed)),
      marks: [1, 4, 10, 100, 1000],
    },
    {
      ...stream,
      name: "fall",
      label: say("10, after step 200 only 0.1"),
      objective: () => streamObjective(1, changingStream(10, 200, 0.1)),
      marks: [1, 10, 100, 200, 201, 400, 1000],
    },
    {
      name: "bowl",
      label: say("on the bowl (1, 25)"),
      start: [-4, 1],
      steps: 100,
      time: "linear",
      objective: () => bowl([1, 25]),
      coordinates: ["θ₁", "θ₂"],
      marks: [1, 2, 5, 10, 20, 50, 100],
    },
  ],
  methods: [
    {
      name: "AdaGrad",
      look: { stroke: methodLooks.AdaGrad.stroke },
      make: ({ eta }) => adagrad({ learningRate: eta }),
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
      axis: say("effective rate"),
      scale: "log",
      traces: [effectiveRate],
    },
    {
      name: "distance",
      label: say("distance from 0"),
      axis: say("distance from 0"),
      scale: "log",
      traces: [distance],
    },
  ],
  settings: [
    {
      ...rateSetting,
      track: { type: "log", domain: [0.001, 4], stops: 144, digits: 2 },
      initial: 0.01,
    },
    { kind: "seed", name: "seed", label: say("Other noise"), initial: 1 },
  ],
  presets: [
    { label: say("constant gradient"), source: "constant", view: "step", settings: { eta: 0.01 } },
    {
      label: say("large, then small"),
      source: "fall",
      view: "step",
      t: 201,
      settings: { eta: 0.01 },
    },
    {
      label: say("bowl, η = 0.1"),
      source: "bowl",
      view: "distance",
      t: 100,
      settings: { eta: 0.1 },
    },
    { label: say("bowl, η = 1"), source: "bowl", view: "distance", t: 100, settings: { eta: 1 } },
  ],
  t: 100,
};
