import { describe, expect, it } from "vitest";
import { adadeltaGuardFigure } from "#components/widgets/adadelta-guard/figure.ts";
import { endlessHopFigure } from "#components/widgets/endless-hop/figure.ts";
import { ninePlusOneFigure } from "#components/widgets/nine-plus-one/figure.ts";
import type { StepLengthsFigure } from "#components/widgets/step-lengths/figure-of.ts";
import { linesOf, methodRuns } from "#components/widgets/step-lengths/model.ts";
import {
  chosenOf,
  type StepLengthsState,
  stepLengthsFields,
} from "#components/widgets/step-lengths/state.ts";
import { toForgetFigure } from "#components/widgets/to-forget/figure.ts";
import { initialState } from "#components/widgets/url-state.ts";

/** The lines of a figure by their names, in its first state but for what is changed. */
function linesBy<K extends string>(
  figure: StepLengthsFigure<K>,
  changed: Partial<StepLengthsState<K>> = {},
): Readonly<Record<string, readonly number[]>> {
  const state = { ...initialState(stepLengthsFields(figure)), ...changed };
  const { source, view } = chosenOf(figure, state);
  const lines = linesOf(methodRuns(figure, source, state), source, view);
  return Object.fromEntries(lines.map(({ name, values }) => [name, values as readonly number[]]));
}

describe("nine small gradients and one large", () => {
  const at100 = (rho: number, warm: 0 | 1) =>
    linesBy(ninePlusOneFigure, { rho, warm })["RMSprop"]?.[100] as number;

  it("bring gradient descent back, lead signs down, and let Rprop run away", () => {
    const lines = linesBy(ninePlusOneFigure);
    for (const t of [10, 20, 50, 100]) {
      expect(lines["gradient descent"]?.[t]).toBeCloseTo(0, 12);
      expect(lines["signs only"]?.[t]).toBeCloseTo(-0.008 * t, 12);
    }
    expect(lines["Rprop"]?.[100]).toBeCloseTo(-381.39, 2);
    const steps = linesBy(ninePlusOneFigure, { view: "step" })["Rprop"] as readonly number[];
    // The gradient of step 100 has the other sign: the weight waits, and the size is halved.
    expect([steps[100], steps[99]].map((step) => step?.toFixed(1))).toEqual(["0.0", "42.2"]);
  });

  it("lead RMSprop the less astray the longer it remembers, once it has a start", () => {
    expect(at100(0.9, 0)).toBeCloseTo(-0.199, 3);
    expect(at100(0.99, 0)).toBeCloseTo(-0.444, 3);
    const warm = [0.5, 0.9, 0.99, 0.999].map((rho) => Math.abs(at100(rho, 1)));
    for (const [i, drift] of warm.entries()) if (i > 0) expect(drift).toBeLessThan(warm[i - 1]!);
    expect(warm[3]).toBeCloseTo(0.0007, 4);
  });
});

describe("to forget or not", () => {
  it("starts just after the fall, from which RMSprop comes back on a straight line", () => {
    const { AdaGrad, RMSprop } = linesBy(toForgetFigure) as Record<string, readonly number[]>;
    const [before, after] = [200, 201] as const;
    for (const steps of [AdaGrad!, RMSprop!])
      expect(steps[before]! / steps[after]!).toBeGreaterThan(90);
    expect(AdaGrad![400]! / AdaGrad![201]!).toBeCloseTo(1, 3);
    expect(RMSprop![400]).toBeCloseTo(0.01, 6);
    // A straight line on the logarithmic axis, as long as the old squares prevail.
    for (const t of [210, 230, 250])
      expect(RMSprop![t + 1]! / RMSprop![t]!).toBeCloseTo(1 / Math.sqrt(0.9), 2);
  });

  it("shows that both are there in a moment when the gradients rise", () => {
    const { AdaGrad, RMSprop } = linesBy(toForgetFigure, { source: "rise" });
    expect(AdaGrad?.[201]).toBeCloseTo(0.0099, 4);
    expect(RMSprop?.[201]).toBeCloseTo(0.0316, 4);
    expect(RMSprop?.[220]).toBeCloseTo(0.0107, 3);
  });
});

describe("the endless hop", () => {
  it("ends at half the rate on both axes", () => {
    for (const eta of [0.1, 0.01]) {
      const lines = linesBy(endlessHopFigure, { eta });
      for (const name of ["θ₁", "θ₂"]) expect(lines[name]?.[2000]).toBeCloseTo(eta / 2, 6);
    }
  });

  it("shrinks with a falling rate, which needs longer to arrive", () => {
    const falling = linesBy(endlessHopFigure, { falling: 1 })["θ₁"] as readonly number[];
    const steady = linesBy(endlessHopFigure)["θ₁"] as readonly number[];
    expect(falling[2000]).toBeCloseTo(0.05 / Math.sqrt(2000), 4);
    const arrives = (line: readonly number[]) => line.findIndex((distance) => distance < 0.05);
    expect(arrives(falling)).toBeGreaterThan(6 * arrives(steady));
  });
});

describe("the rate that hides in ε", () => {
  const names = ["ε = 10⁻⁸", "ε = 10⁻⁶", "ε = 10⁻⁴"];

  it("makes the first step ten times as long for a hundred times the ε", () => {
    const steps = linesBy(adadeltaGuardFigure, { view: "step" });
    const [first, second, third] = names.map((name) => steps[name]?.[1] as number);
    expect(second! / first!).toBeCloseTo(10, 6);
    expect(third! / second!).toBeCloseTo(10, 1);
  });

  it("tends to 1 near the minimum, up to curvature 2", () => {
    for (const lambda of [1, 2]) {
      const rates = linesBy(adadeltaGuardFigure, { lambda, view: "rate" });
      for (const name of ["ε = 10⁻⁴", "ε = 10⁻²"]) {
        const line = (rates[name] ?? []).filter((rate) => rate !== undefined);
        expect(line.at(-1)).toBeCloseTo(1, 6);
      }
    }
  });

  it("throws the run out on curvature 25, where the rate comes down to a little above 2/25", () => {
    const away = linesBy(adadeltaGuardFigure);
    const rates = linesBy(adadeltaGuardFigure, { view: "rate" });
    for (const name of ["ε = 10⁻⁶", "ε = 10⁻⁴", "ε = 10⁻²"]) {
      const line = away[name] as readonly number[];
      expect(Math.min(...line.slice(1))).toBeLessThan(1e-12);
      expect(line[2000]).toBeGreaterThan(0.01);
      expect(rates[name]?.[2000]).toBeGreaterThan(0.08);
      expect(rates[name]?.[2000]).toBeLessThan(0.0801);
    }
  });
});
