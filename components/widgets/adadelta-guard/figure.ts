import { adadelta, bowl } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { methodLooks } from "#src/plotting/method-looks.ts";
import type { Contestant, StepLengthsFigure } from "../step-lengths/figure-of.ts";
import { constantStream, streamObjective } from "../step-lengths/streams.ts";
import { distance, effectiveRate, stepLength } from "../step-lengths/traces.ts";

const STEPS = 2000;
const MARKS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, STEPS];
/** Powers of ten of the four values of ε, with the dashes of their lines. */
const GUARDS = [
  [-8, "1 4"],
  [-6, "4 3"],
  [-4, "11 4"],
  [-2, undefined],
] as const;

/** W09.3: four values of ε on one axis of a bowl, and on a steady slope. */
export const adadeltaGuardFigure: StepLengthsFigure<"lambda" | "rho"> = {
  id: "adadelta-guard",
  title: say("The rate that hides in ε"),
  tryThis: say(
    "the curvatures 1, 2 and 25, then the effective rate for each. Then the steady slope.",
  ),
  notice: say(
    "a hundred times the ε is ten times the first step. Near the minimum the effective rate climbs, on the curvatures 1 and 2 towards 1. On 25 it passes 2/25 on the way; that throws three of the runs out, and their rates come down to a little above it. With ε = 10⁻⁸ the run has not got so far.",
  ),
  why: say(
    "the root mean square of the past steps can only be as large as the steps were, and these began with √ε. Near the minimum both roots hold nothing but ε, so their quotient is 1.",
  ),
  sourceLegend: "gradients",
  sources: [
    {
      name: "parabola",
      label: say("on ½λx², from 1"),
      start: [1],
      steps: STEPS,
      time: "log",
      objective: ({ lambda }) => bowl([lambda]),
      marks: MARKS,
    },
    {
      name: "slope",
      label: say("always 1"),
      start: [0],
      steps: STEPS,
      time: "log",
      objective: () => streamObjective(1, constantStream(1)),
      marks: MARKS,
    },
  ],
  methods: GUARDS.map(
    ([power, dashes]): Contestant<"lambda" | "rho"> => ({
      name: `ε = ${powerOfTen(power)}`,
      look: {
        stroke: methodLooks.Adadelta.stroke,
        ...(dashes === undefined ? {} : { strokeDasharray: dashes }),
      },
      make: ({ rho }) => adadelta({ rho, epsilon: 10 ** power }),
    }),
  ),
  views: [
    {
      name: "distance",
      label: say("distance from 0"),
      axis: say("distance from 0"),
      scale: "log",
      domain: [1e-8, 10],
      traces: [distance],
    },
    {
      name: "rate",
      label: say("effective rate"),
      axis: say("effective rate, step over gradient"),
      scale: "log",
      domain: [1e-5, 3],
      traces: [effectiveRate],
    },
    {
      name: "step",
      label: say("step length"),
      axis: say("step length"),
      scale: "log",
      domain: [1e-5, 10],
      traces: [stepLength],
    },
  ],
  settings: [
    {
      kind: "slider",
      name: "lambda",
      symbol: "λ",
      notation: "curvature",
      label: say("curvature"),
      track: { type: "log", domain: [0.2, 100], stops: 162, digits: 3 },
      initial: 25,
    },
    {
      kind: "slider",
      name: "rho",
      symbol: "ρ",
      notation: "square-retention",
      label: say("kept of both averages"),
      track: { type: "linear", domain: [0.5, 0.99], stops: 49, digits: 2 },
      initial: 0.95,
    },
  ],
  presets: [
    { label: "λ = 25", source: "parabola", settings: { lambda: 25 } },
    { label: "λ = 2", source: "parabola", settings: { lambda: 2 } },
    { label: "λ = 1", source: "parabola", settings: { lambda: 1 } },
    { label: say("steady slope"), source: "slope", view: "step" },
  ],
  t: STEPS,
};
