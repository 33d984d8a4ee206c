import {
  adagrad,
  adam,
  amsgrad,
  bowl,
  gradientDescent,
  type Method,
  rmsprop,
} from "@downhill/optim";
import { describe, expect, it } from "vitest";
import {
  lengthsBackground,
  lengthsForeground,
  lengthsFrame,
} from "#components/widgets/step-lengths/chart.ts";
import type {
  Contestant,
  Source,
  StepLengthsFigure,
  Trace,
  View,
} from "#components/widgets/step-lengths/figure-of.ts";
import { linesOf, methodRuns } from "#components/widgets/step-lengths/model.ts";
import {
  chosenOf,
  stepLengthsFields,
  suggested,
  suggestionAt,
} from "#components/widgets/step-lengths/state.ts";
import {
  alternatingStream,
  changingStream,
  constantStream,
  cyclicStream,
  type Gradients,
  noiseStream,
  spikeStream,
  streamObjective,
} from "#components/widgets/step-lengths/streams.ts";
import {
  distance,
  effectiveRate,
  stepLength,
  travelled,
} from "#components/widgets/step-lengths/traces.ts";
import { lengthsSummary, lengthsTable } from "#components/widgets/step-lengths/words.ts";
import { formatState, initialState, parseState } from "#components/widgets/url-state.ts";

const sourceOf = (gradients: Gradients, steps: number): Source => ({
  name: "stream",
  label: "a stream",
  steps,
  start: [0],
  objective: () => streamObjective(1, gradients),
  time: "log",
  marks: [1, steps],
});
const contestant = (name: string, method: Method): Contestant => ({
  name,
  look: { stroke: "black" },
  make: () => method,
});
const viewOf = (...traces: Trace[]): View => ({
  name: "view",
  label: "view",
  axis: "step length",
  scale: "log",
  traces,
});
const lengths = (method: Method, gradients: Gradients, steps: number, trace = stepLength) => {
  const source = sourceOf(gradients, steps);
  const runs = methodRuns({ methods: [contestant("it", method)] }, source, {});
  return linesOf(runs, source, viewOf(trace))[0]?.values as readonly number[];
};

describe("step lengths on a stream", () => {
  it("are η times the gradient for gradient descent, wherever it stands", () => {
    const steps = lengths(gradientDescent({ learningRate: 0.1 }), cyclicStream([3, -1, 0]), 6);
    expect(steps[0]).toBeUndefined();
    for (const [i, step] of [0.3, 0.1, 0, 0.3, 0.1, 0].entries())
      expect(steps[i + 1]).toBeCloseTo(step, 12);
  });

  it("are those of the syllabus for RMSprop when the gradient falls from 10 to 0.1", () => {
    const fall = lengths(
      rmsprop({ learningRate: 0.01, rho: 0.9 }),
      changingStream(10, 200, 0.1),
      400,
    );
    const expected = { 1: 3.16e-2, 200: 1e-2, 201: 1.05e-4, 230: 4.9e-4, 250: 1.4e-3, 300: 8.9e-3 };
    for (const [t, value] of Object.entries(expected))
      expect((fall[Number(t)] as number) / value).toBeCloseTo(1, 1);
  });

  it("know the three AMSGrads after a spike", () => {
    const spike = spikeStream(1, 50, 100);
    const of = (form: "paper" | "pytorch" | "optax") =>
      lengths(amsgrad({ learningRate: 1, form }), spike, 2000);
    const [paper, torch, optax] = [of("paper"), of("pytorch"), of("optax")];
    expect([49, 50, 100, 500, 2000].map((t) => paper[t]?.toFixed(3))).toEqual([
      "4.546",
      "3.437",
      "0.332",
      "0.315",
      "0.315",
    ]);
    expect([100, 500, 2000].map((t) => torch[t]?.toFixed(3))).toEqual(["0.102", "0.198", "0.293"]);
    expect([100, 500, 2000].map((t) => optax[t]?.toFixed(3))).toEqual(["0.073", "0.070", "0.070"]);
  });

  it("are about 0 for Adam when the gradient alternates", () => {
    const steps = lengths(adam({ learningRate: 1 }), alternatingStream(1), 200);
    expect(steps[1]).toBeCloseTo(1, 6);
    expect(steps[200]).toBeLessThan(0.06);
  });

  it("have as effective rate what multiplies the gradient; where that is 0 there is none", () => {
    const rates = lengths(adagrad({ learningRate: 1 }), cyclicStream([3, 4, 0]), 3, effectiveRate);
    expect(rates[1]).toBeCloseTo(1 / 3, 9);
    expect(rates[2]).toBeCloseTo(1 / 5, 9);
    expect(rates[3]).toBeUndefined();
  });

  it("can be followed by what the method remembers and by the way so far", () => {
    const root: Trace = { of: ({ memory }) => Math.sqrt(memory("s")) };
    const method = adagrad({ learningRate: 1 });
    expect(lengths(method, cyclicStream([3, 4]), 2, root)[2]).toBeCloseTo(5, 12);
    expect(lengths(method, constantStream(1), 4, travelled)[4]).toBeCloseTo(
      1 + 1 / Math.sqrt(2) + 1 / Math.sqrt(3) + 1 / 2,
      8,
    );
    expect(lengths(method, constantStream(1), 1, { of: ({ memory }) => memory("no") })[1]).toBe(
      undefined,
    );
  });

  it("are the same noise for the same seed", () => {
    const [one, same, other] = [
      noiseStream(9, 1, 2, 4),
      noiseStream(9, 1, 2, 4),
      noiseStream(9, 1, 2, 5),
    ];
    expect([9, 1, 3].map(one)).toEqual([9, 1, 3].map(same));
    expect(one(9)).not.toEqual(other(9));
  });
});

const figure: StepLengthsFigure<"eta" | "twice"> = {
  id: "made-up",
  title: "",
  tryThis: "",
  notice: "",
  why: "",
  sourceLegend: "gradients",
  sources: [
    { ...sourceOf(constantStream(1), 2000), name: "constant", marks: [1, 1500] },
    {
      name: "bowl",
      label: "a bowl",
      steps: 60,
      start: [-4, 1],
      time: "linear",
      objective: ({ twice }) => bowl([1, twice === 1 ? 50 : 25]),
      coordinates: ["θ₁", "θ₂"],
      marks: [1, 60],
    },
  ],
  methods: [
    { name: "A", look: { stroke: "red" }, make: ({ eta }) => adagrad({ learningRate: eta }) },
    {
      name: "B",
      look: { stroke: "blue" },
      make: ({ eta }) => gradientDescent({ learningRate: eta }),
    },
  ],
  views: [
    viewOf(stepLength),
    { ...viewOf(distance), name: "distance", axis: "distance", scale: "linear", domain: [-1, 5] },
  ],
  settings: [
    {
      kind: "slider",
      name: "eta",
      symbol: "η",
      notation: "eta",
      label: "learning rate",
      track: { type: "log", domain: [0.001, 1], stops: 10, digits: 2 },
      initial: 0.01,
    },
    { kind: "switch", name: "twice", label: "twice as steep", initial: 0 },
  ],
  presets: [
    { label: "steep", source: "bowl", view: "distance", t: 3, settings: { eta: 0.5, twice: 1 } },
  ],
  t: 7,
};

describe("a figure of step lengths", () => {
  const fields = stepLengthsFields(figure);
  const initial = initialState(fields);

  it("starts as it says, and keeps sources, views and settings in the address", () => {
    expect(initial).toEqual({ source: "constant", view: "view", t: 7, eta: 0.01, twice: 0 });
    const other = { ...initial, ...suggested(figure.presets?.[0] as never) };
    expect(suggestionAt(figure, initial)).toBeUndefined();
    expect(suggestionAt(figure, other)).toBe(0);
    expect(formatState(other, fields)).toBe("source:bowl,view:distance,t:3,eta:0.5,twice:1");
    expect(parseState(formatState(other, fields), fields)).toEqual(other);
  });

  it("draws a line for each method and coordinate, and says which run diverged", () => {
    const state = { ...initial, ...suggested(figure.presets?.[0] as never) };
    const { source, view } = chosenOf(figure, state);
    const runs = methodRuns(figure, source, state);
    const lines = linesOf(runs, source, view);
    expect(lines.map(({ name }) => name)).toEqual(["A, θ₁", "A, θ₂", "B, θ₁", "B, θ₂"]);
    expect(lines[0]?.look).not.toEqual(lines[1]?.look);
    // 1 − 0.5 · 50 = −24 in every step.
    expect(lines[3]?.values[2]).toBeCloseTo(24 ** 2, 6);
    const summary = lengthsSummary(source, view, runs, lines, 2);
    expect(summary).toMatch(/^Gradients: a bowl\. At step 2, distance: A, θ₁ .*B, θ₂ 576\.$/);
    expect(lengthsTable(source, view, lines).rows.map(([t]) => t)).toEqual(["1", "60"]);

    const steep = { ...source, steps: 400 };
    const lost = methodRuns(figure, steep, state);
    expect(lost[1]?.diverged).toBeGreaterThan(100);
    expect(lengthsSummary(steep, view, lost, lines, 0)).toMatch(
      /No step has been taken\. B diverged at step \d+\.$/,
    );
  });

  it.each([340, 660])("keeps its drawing and its names inside the picture at width %i", (width) => {
    for (const source of figure.sources)
      for (const view of figure.views) {
        const runs = methodRuns(figure, source, initial);
        const lines = linesOf(runs, source, view);
        const frame = lengthsFrame(width, source, view, lines);
        const marks = [
          ...lengthsBackground(frame, source, view),
          ...lengthsForeground(lines, 7, source, view, frame),
        ];
        const drawn = marks.filter(({ mark }) => mark === "line");
        expect(drawn).toHaveLength(lines.length);
        for (const { data } of drawn)
          for (const { x, y } of data as unknown as { x?: number; y?: number }[]) {
            if (x === undefined || y === undefined) continue;
            expect(x).toBeGreaterThanOrEqual(frame.x.domain[0] - 1e-9);
            expect(x).toBeLessThanOrEqual(frame.x.domain[1] + 1e-9);
            expect(y).toBeGreaterThanOrEqual(frame.y.domain[0] - 1e-9);
            expect(y).toBeLessThanOrEqual(frame.y.domain[1] + 1e-9);
          }
        const heights = marks
          .filter(({ mark }) => mark === "text")
          .map(({ options }) => options.dy as number)
          .toSorted((a, b) => a - b);
        expect(heights).toHaveLength(lines.length);
        heights.forEach((dy, i) => {
          expect(dy).toBeLessThan(frame.height - frame.marginTop - frame.marginBottom);
          if (i > 0) expect(dy - (heights[i - 1] as number)).toBeGreaterThan(15);
        });
      }
  });
});
