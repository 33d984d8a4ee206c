import { describe, expect, it } from "vitest";
import { biasCorrectionFigure } from "#components/widgets/bias-correction/figure.ts";
import type { StepLengthsFigure } from "#components/widgets/step-lengths/figure-of.ts";
import { linesOf, methodRuns } from "#components/widgets/step-lengths/model.ts";
import { chosenOf, stepLengthsFields } from "#components/widgets/step-lengths/state.ts";
import { initialState } from "#components/widgets/url-state.ts";
import { whatAdamSeesFigure } from "#components/widgets/what-adam-sees/figure.ts";

/** The lines of a figure by name, its settings changed. */
function linesFor<K extends string>(figure: StepLengthsFigure<K>, change: object = {}) {
  const state = { ...initialState(stepLengthsFields(figure)), ...change };
  const { source, view } = chosenOf(figure, state);
  const lines = linesOf(methodRuns(figure, source, state), source, view);
  return (name: string): readonly number[] => {
    const line = lines.find((one) => one.name === name);
    if (line === undefined) throw new Error(`no line ${name}`);
    return line.values.map((value) => value ?? Number.NaN);
  };
}
const highest = (values: readonly number[]) => Math.max(...values.slice(1));

describe("the bias correction, on and off", () => {
  // Chapter C10, W10.1.
  it("has the ratios of the book for the usual numbers, and 1 with the correction", () => {
    const line = linesFor(biasCorrectionFigure);
    const { marks } = biasCorrectionFigure.sources[0];
    const ratios = [3.162, 4.25, 5.797, 6.528, 6.569, 6.241, 3.241, 1.594, 1.258, 1.003];
    expect(marks.map((t) => line("not corrected")[t])).toEqual(
      ratios.map((ratio) => expect.closeTo(ratio, 3)),
    );
    for (const t of marks) expect(line("corrected")[t]).toBeCloseTo(1, 6);
    expect(highest(line("not corrected"))).toBe(line("not corrected")[12]);
  });

  it("has a higher hump and a longer tail the closer β₂ is to 1", () => {
    const line = (beta2: number) => linesFor(biasCorrectionFigure, { beta2 })("not corrected");
    const [short, long] = [line(0.99), line(0.9999)];
    expect(long[1]).toBeCloseTo(10, 4);
    expect(highest(long)).toBeCloseTo(20.7, 1);
    expect(highest(short)).toBeLessThan(3);
    expect(short[1000]).toBeLessThan(1.0001);
    expect(long[5000]).toBeGreaterThan(1.5);
  });

  it("lets the first step be right where 1 − β₁ is the root of 1 − β₂", () => {
    expect(
      linesFor(biasCorrectionFigure, { beta1: 0.9, beta2: 0.99 })("not corrected")[1],
    ).toBeCloseTo(1, 6);
  });
});

describe("what Adam sees", () => {
  const seen = (source: string, change: object = {}) =>
    linesFor(whatAdamSeesFigure, { source, ...change });

  it("makes steps of η where gradients agree, and next to none where they alternate", () => {
    expect(seen("constant")("step over η")[60]).toBeCloseTo(1, 6);
    expect(Math.abs(seen("alternating")("step over η")[60] ?? 1)).toBeLessThan(0.06);
  });

  it("weighs the mean against the noise", () => {
    const size = seen("noise")("√s, corrected")[300] ?? 0;
    expect(size).toBeGreaterThan(2.7);
    expect(size).toBeLessThan(3.6);
    const steps = seen("noise")("step over η").slice(50);
    const mean = steps.reduce((a, b) => a + b) / steps.length;
    expect(mean).toBeGreaterThan(0.15);
    expect(mean).toBeLessThan(0.5);
  });

  it("makes a step of 3.16 η of one gradient after a silence, and longer ones if they stay", () => {
    const one = seen("one");
    expect(one("gradient").slice(1, 3)).toEqual([1, 0]);
    expect(one("m, corrected")[1]).toBeCloseTo(0.1, 6);
    expect(one("√s, corrected")[1]).toBeCloseTo(1 / Math.sqrt(1000), 4);
    expect(one("step over η")[1]).toBeCloseTo(3.162, 3);
    expect(one("step over η")[2]).toBeCloseTo(2.847, 3);
    expect(highest(seen("stay")("step over η"))).toBeCloseTo(6.57, 2);
  });
});
