import { adam, adamw, type Method, run } from "@downhill/optim";
import { describe } from "vitest";
import { type ConventionRun, farthest } from "#components/widgets/convention-difference/model.ts";
import { problemOf } from "#components/widgets/convention-difference/problems.ts";
import { type Ledger, testLedger } from "../chapters/ledger.ts";
import { entries, runsOf, wordsOf } from "./read.ts";

const step = (run: ConventionRun | undefined, t: number) => run?.steps[t] ?? Number.NaN;
const apart = (run: ConventionRun | undefined, t: number) => run?.apart[t] ?? Number.NaN;
const far = (run: ConventionRun | undefined) => run?.distances.at(-1) ?? Number.NaN;
const most = (run: ConventionRun | undefined) => (run ? farthest(run) : { t: -1, apart: -1 });
const longest = ({ steps }: ConventionRun) => Math.max(...steps.map((value) => value ?? 0));
const stepOfLongest = (run: ConventionRun) => run.steps.indexOf(longest(run));

const momentum = {
  cut: runsOf("momentum", "forms"),
  copied: runsOf("momentum", "copied"),
};
const nesterov = {
  bowl: runsOf("nesterov", "forms"),
  cut: runsOf("nesterov", "forms", "ravine-cut"),
  growing: runsOf("nesterov", "growing"),
};
const adagrad = {
  epsilon: runsOf("adagrad", "epsilon"),
  steady: runsOf("adagrad", "start", "steady"),
  tiny: runsOf("adagrad", "start", "tiny"),
  decay: runsOf("adagrad", "decay"),
};
const rprop = { bowl: runsOf("rprop", "variants"), stream: runsOf("rprop", "stream") };
const rmsprop = {
  epsilon: runsOf("rmsprop", "epsilon"),
  ordinary: runsOf("rmsprop", "epsilon", "steady"),
  start: runsOf("rmsprop", "start"),
  centred: runsOf("rmsprop", "centred"),
  momentum: runsOf("rmsprop", "momentum"),
};
const adadelta = runsOf("adadelta", "constants");
const adadeltaLong = runsOf("adadelta", "constants", "steady-long");
const adamRuns = {
  smallest: runsOf("adam", "epsilon"),
  ordinary: runsOf("adam", "epsilon", "steady-long"),
  correction: runsOf("adam", "correction"),
  bowl: runsOf("adam", "correction", "ravine"),
};
const adamax = {
  smallest: runsOf("adamax", "epsilon"),
  ordinary: runsOf("adamax", "epsilon", "steady"),
};
const longRatio = (name: string, t: number) =>
  step(adadeltaLong[name], t) / step(adadeltaLong.paper, t);
const overtakes =
  Array.from({ length: 1000 }, (_, i) => i + 1).find((t) => longRatio("PyTorch", t) > 1) ??
  Number.NaN;
/** The momentum that has warmed up by step 100, at ψ. */
const warmed = (psi: number) => 0.9 * (1 - 0.5 * 0.96 ** (100 * psi));
const nadam = { forms: runsOf("nadam", "forms"), memory: runsOf("nadam", "memory") };
const amsgrad = {
  spike: runsOf("amsgrad", "forms"),
  ordinary: runsOf("amsgrad", "forms", "steady-long"),
};
const decay = {
  pull: runsOf("weight-decay", "pull"),
  momentum: runsOf("weight-decay", "momentum"),
};
const radam = {
  steady: runsOf("radam", "threshold"),
  bowl: runsOf("radam", "threshold", "ravine"),
};
const yogi = { steady: runsOf("yogi", "correction"), tiny: runsOf("yogi", "start") };
const adabelief = runsOf("adabelief", "epsilon");
const ema = runsOf("ema-of-weights", "correction");
const scheduleFree = runsOf("schedule-free-sgd", "start");

/** Both weights after the hundred steps of the swings, which the figure has as one distance. */
const swings = problemOf("swings");
const weightsOf = (method: Method) =>
  Array.from(run(method, swings.objective, swings.start, { steps: 100 }).frames.at(-1)!.x);
const weights = {
  pull: weightsOf(adamw({ learningRate: 0.1, weightDecay: 0.1 })),
  penalty: weightsOf(adam({ learningRate: 0.1, weightDecay: 0.1 })),
  swings: weightsOf(adam({ learningRate: 0.1 })),
};

/** A number that the text gives as a bound: the printed one, if it holds. */
const below = (bound: number, value: number) => (value < bound ? bound : Number.NaN);

const ledgers: Readonly<Record<string, Ledger>> = {
  momentum: [
    ["it is 4.18 away at step 21", [most(momentum.copied.C).apart, most(momentum.copied.C).t]],
    ["at step 27, it is 0.679 away from B", [most(momentum.cut.A).t, most(momentum.cut.A).apart]],
  ],
  nesterov: [
    [
      "on the bowl 0.456 after the first step and 0.000633 after a hundred",
      [apart(nesterov.bowl.PyTorch, 1), apart(nesterov.bowl.PyTorch, 100)],
    ],
    ["up to 0.548 away", [most(nesterov.cut.Sutskever).apart]],
    [
      "on the bowl it is 1.79 away at step 16",
      [
        most(nesterov.growing["(t − 1)/(t + 2)"]).apart,
        most(nesterov.growing["(t − 1)/(t + 2)"]).t,
      ],
    ],
  ],
  adagrad: [
    [
      "Outside, the first step is 0.9999 of $\\eta$, inside 0.7071",
      [step(adagrad.epsilon.outside, 1), step(adagrad.epsilon.inside, 1)],
    ],
    [
      "at step 100 the steps are 0.1000 and 0.0995 of $\\eta$",
      [100, step(adagrad.epsilon.outside, 100), step(adagrad.epsilon.inside, 100)],
    ],
    ["it is 0.450 after a hundred steps", [apart(adagrad.epsilon.inside, 100)]],
    ["whose first step is 0.953 of $\\eta$", [step(adagrad.steady["from 0.1"], 1)]],
    ["the first step is 0.000316 of $\\eta$", [step(adagrad.tiny["from 0.1"], 1)]],
    [
      "12.0 far in a thousand steps instead of 30.9",
      [far(adagrad.decay["η/(1 + (t − 1)/100)"]), far(adagrad.decay.η)],
    ],
  ],
  rprop: [
    [
      "at most 0.892 lies between them (step 14)",
      [most(rprop.bowl["Rprop⁺"]).apart, most(rprop.bowl["Rprop⁺"]).t],
    ],
    ["grows by $1.2^8\\cdot0.25=1.07$ a round", [1.2, 8, 0.25, 1.2 ** 8 / 4]],
    ["halve once and grow by 2.15", [1.2 ** 8 / 2]],
    [
      "they have come 26.4, 1509 (iRprop⁻) and 1280 (Rprop⁺) far",
      [far(rprop.stream["Rprop⁻"]), far(rprop.stream["iRprop⁻"]), far(rprop.stream["Rprop⁺"])],
    ],
  ],
  rmsprop: [
    [
      "the steps tend to 0.9999 of $\\eta$ outside and 0.7071 inside",
      [step(rmsprop.epsilon.outside, 100), step(rmsprop.epsilon.inside, 100)],
    ],
    ["0.0000000043 lies between the points", [apart(rmsprop.ordinary.inside, 100)]],
    ["from 0 the first step is 3.162 of $\\eta$", [0, step(rmsprop.start["from 0"], 1)]],
    ["what remains is a distance of 0.0914", [apart(rmsprop.start["from 1"], 100)]],
    [
      "With $\\rho=0.99$ the first step is 10 times too long",
      [0.99, step(rmsprop.start["ρ = 0.99"], 1)],
    ],
    [
      "4.87 of $\\eta$ instead of 1.30 at step 50",
      [step(rmsprop.centred.variance, 50), step(rmsprop.centred.squares, 50), 50],
    ],
    [
      "it brings 0.996 between the two by step 39",
      [most(rmsprop.momentum["rate inside"]).apart, most(rmsprop.momentum["rate inside"]).t],
    ],
  ],
  adadelta: [
    [
      "the first step is 0.00447 by the paper, 0.00316 in PyTorch and 0.00141 with Keras’s",
      [step(adadelta.paper, 1), step(adadelta.PyTorch, 1), step(adadelta["Keras’s ε"], 1)],
    ],
    [
      "the distances from the paper’s run are 0.0907 and 0.340, with 0.497 covered",
      [apart(adadelta.PyTorch, 100), apart(adadelta["Keras’s ε"], 100), far(adadelta.paper)],
    ],
    ["still 0.316 of the paper’s", [longRatio("Keras’s ε", 1000)]],
    [
      "is 0.889 of it at step 100, overtakes it at step 216 and is 1.242 of it at step 1000",
      [longRatio("PyTorch", 100), 100, overtakes, longRatio("PyTorch", 1000), 1000],
    ],
  ],
  adam: [
    ["0.00000011 lies between the points", [apart(adamRuns.ordinary.ε̂, 1000)]],
    [
      "the first is 0.0307, and after a thousand steps it is 0.443",
      [step(adamRuns.smallest.ε̂, 1), step(adamRuns.smallest.ε̂, 1000)],
    ],
    ["its steps tend to 0.0909 of $\\eta$", [1e-8 / (1e-8 + 1e-7)]],
    [
      "the first step is 3.162 times $\\eta$, the longest, in step 12, 6.569 times, and step 1000 still 1.258 times",
      [
        step(adamRuns.correction["not corrected"], 1),
        stepOfLongest(adamRuns.correction["not corrected"]!),
        longest(adamRuns.correction["not corrected"]!),
        1000,
        step(adamRuns.correction["not corrected"], 1000),
      ],
    ],
    [
      "49.8 after a thousand steps at $\\eta=0.05$ on top of 50",
      [apart(adamRuns.correction["not corrected"], 1000), 0.05, far(adamRuns.correction.corrected)],
    ],
    [
      "is 3.76 away at step 22",
      [most(adamRuns.bowl["not corrected"]).apart, most(adamRuns.bowl["not corrected"]).t],
    ],
  ],
  adamax: [
    ["ten times larger $\\epsilon$ 0.0909 of it", [step(adamax.smallest.Keras, 100)]],
    ["For gradients of 1 it is 0.00000005", [1, apart(adamax.ordinary.PyTorch, 100)]],
  ],
  nadam: [
    [
      "the first steps are 1.474 (short form), 1.056 (PyTorch), 1.063 (Keras) and 1.900 (Ruder)",
      ["short form", "PyTorch", "Keras", "Ruder"].map((name) => step(nadam.forms[name], 1)),
    ],
    [
      "with steps of 0.843 and 0.800 of $\\eta$ at step 10",
      [step(nadam.forms.PyTorch, 10), step(nadam.forms.Keras, 10), 10],
    ],
    ["momentum is 0.457 at step 100, Keras’s 0.892", [warmed(0.004), 100, warmed(1)]],
    ["at step 50 both are 0.998", [50, step(nadam.forms.PyTorch, 50)]],
    [
      "none is more than 0.0003 of it off",
      [Math.max(...Object.values(nadam.forms).map((run) => Math.abs(step(run, 100) - 1)))],
    ],
    [
      "0.0904 for Ruder, 0.209 for PyTorch and 0.251 for Keras",
      ["Ruder", "PyTorch", "Keras"].map((name) => apart(nadam.forms[name], 1000)),
    ],
    [
      "a difference of 1.056 against 1.310 in the first step",
      [step(nadam.memory["β₁"], 1), step(nadam.memory.μ, 1)],
    ],
  ],
  amsgrad: [
    [
      "At step 100 the paper’s step is 0.332 of $\\eta$, PyTorch’s 0.102, Optax’s 0.0732",
      [100, ...["paper", "PyTorch", "Optax"].map((name) => step(amsgrad.spike[name], 100))],
    ],
    [
      "at step 1000 they are 0.315, 0.251 and 0.0697",
      [1000, ...["paper", "PyTorch", "Optax"].map((name) => step(amsgrad.spike[name], 1000))],
    ],
    [
      "with first steps of 3.162 and up to 6.569 of $\\eta$",
      [step(amsgrad.ordinary.paper, 1), longest(amsgrad.ordinary.paper!)],
    ],
    ["gradients of 1 with one of 100 at step 50", [1, 100, 50]],
    ["the correction was large at step 50", [50]],
  ],
  "weight-decay": [
    ...weights.pull.map((weight) => ["AdamW has brought both to 0.300", [weight]] as const),
    ...weights.swings.map((weight) => ["bring both to 0.824", [weight]] as const),
    ["the first weight is at 0.277, the second at 0.0012", weights.penalty],
    ["0.453 lies between them eighty steps later", [apart(decay.pull.multiplier, 100)]],
    ["at most 0.151 away", [most(decay.momentum["pull with 10 ω"]).apart]],
  ],
  radam: [
    ["0.0173 of $\\eta$ with 4", [step(radam.steady["4"], 5), 4]],
    ["stay 0.0491 apart at $\\eta=0.05$", [apart(radam.steady["4"], 1000), 0.05]],
    ["it is 0.358, and fades", [apart(radam.bowl["4"], 5)]],
  ],
  yogi: [
    [
      "the paper’s first step is 3.06 of $\\eta$ and the longest 6.49",
      [step(yogi.steady.paper, 1), longest(yogi.steady.paper!)],
    ],
    ["with correction it is 0.9985", [step(yogi.steady.corrected, 1)]],
    [
      "At step 1000 the steps are 0.999 and 0.795",
      [1000, step(yogi.steady.paper, 1000), step(yogi.steady.corrected, 1000)],
    ],
    [
      "is 0.00997 of $\\eta$ and not 0.00500",
      [step(yogi.tiny["from 0"], 1), step(yogi.tiny["from 10⁻⁶"], 1)],
    ],
  ],
  adabelief: [
    [
      "the two are 0.00024 apart after a hundred steps at $\\eta=0.01$ and 0.128 after a thousand, with 120 covered",
      [
        apart(adabelief["10⁻¹⁶"], 100),
        0.01,
        apart(adabelief["10⁻¹⁶"], 1000),
        far(adabelief["10⁻⁸"]),
      ],
    ],
    [
      "it stays below 0.00001",
      [below(1e-5, most(runsOf("adabelief", "epsilon", "noise")["10⁻¹⁶"]).apart)],
    ],
  ],
  "ema-of-weights": [
    [
      "1.14 apart after the first step and 0.000108 after a hundred",
      [apart(ema["not corrected"], 1), apart(ema["not corrected"], 100)],
    ],
  ],
  "schedule-free-sgd": [
    [
      "5.43 apart at step 2 and 0.0195 after a hundred",
      [apart(scheduleFree.counted, 2), 2, apart(scheduleFree.counted, 100)],
    ],
  ],
};

/** Settings that the text only names. */
const given: Readonly<Record<string, readonly string[]>> = {
  "ema-of-weights": ["0.999"],
  radam: ["0.999"],
};

describe.each(entries)("the numbers of $method", (entry) => {
  testLedger(wordsOf(entry), ledgers[entry.method] ?? [], new Set(given[entry.method]));
});
