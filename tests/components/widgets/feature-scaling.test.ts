import { describe, expect, it } from "vitest";
import { scalingModel } from "#components/widgets/feature-scaling/model.ts";
import {
  type ScalingState,
  SECONDS,
  scalingFields,
  UNITS,
} from "#components/widgets/feature-scaling/state.ts";
import {
  columnNames,
  scalingSummary,
  scalingTable,
  short,
} from "#components/widgets/feature-scaling/words.ts";
import { formatState, initialState, parseState } from "#components/widgets/url-state.ts";

const initial = initialState(scalingFields);
const model = (change: Partial<ScalingState>) => scalingModel({ ...initial, ...change });

describe("the six houses", () => {
  // Chapter C03, W03.3 (i).
  it("have κ = 49.7 raw, 120,895 with the intercept", () => {
    const raw = model({});
    expect(raw.kappa).toBeCloseTo(49.7, 1);
    expect(Math.round(raw.kappaWithIntercept)).toBe(120_895);
    expect(raw.stepsWithIntercept).toBe(835_115);
  });

  it("have κ = 4.65e13 with the area in square millimetres", () => {
    expect(model({ unit: "mm²" }).kappa / 4.653e13).toBeCloseTo(1, 3);
  });

  it("have κ = 1.168 standardized, whatever the unit, with the intercept or without", () => {
    for (const unit of UNITS) {
      const { kappa, kappaWithIntercept, steps } = model({ unit, treatment: "standardized" });
      expect(kappa).toBeCloseTo(1.168, 3);
      expect(kappaWithIntercept).toBeCloseTo(1.168, 3);
      expect(steps).toBe(6);
    }
  });

  it("keep κ = 94.6 with the rooms, until they are whitened", () => {
    expect(model({ second: "rooms", treatment: "standardized" }).kappa).toBeCloseTo(94.6, 1);
    for (const second of SECONDS)
      for (const unit of UNITS) {
        const white = model({ second, unit, treatment: "whitened" });
        expect(white.kappa).toBeCloseTo(1, 9);
        expect(white.kappaWithIntercept).toBeCloseTo(1, 9);
        expect(white.steps).toBe(1);
      }
  });

  it("suffer from the intercept until they are centred", () => {
    const raw = model({});
    const centred = model({ treatment: "centred" });
    expect(centred.kappaWithIntercept).toBeLessThan(raw.kappaWithIntercept / 100);
  });

  it("start their path at distance 1 from the minimum and never grow", () => {
    for (const treatment of ["raw", "standardized", "whitened"] as const) {
      const sizes = model({ treatment }).path.map(({ x, y }) => Math.hypot(x, y));
      expect(sizes[0]).toBeCloseTo(1, 9);
      for (const [t, size] of sizes.slice(1).entries())
        expect(size).toBeLessThanOrEqual((sizes[t] as number) + 1e-12);
    }
  });

  it("keep their unit in the address, in letters that it does not escape", () => {
    const state = { ...initial, unit: "mm²" as const };
    expect(formatState(state, scalingFields)).toBe("unit:mm2");
    expect(parseState("unit:mm2", scalingFields).unit).toBe("mm²");
    expect(parseState("unit:inch", scalingFields).unit).toBe("m²");
  });

  it("say what their columns are and how they are conditioned", () => {
    expect(columnNames(initial)).toEqual(["area, m²", "age, years"]);
    expect(columnNames({ ...initial, second: "rooms", treatment: "whitened" })[1]).toContain(
      "rooms",
    );
    expect(scalingSummary(initial, model({}))).toContain("835,115 steps");
    expect(scalingTable(initial).rows.map(([, kappa]) => kappa)).toEqual([
      "49.72",
      "7.309",
      "1.168",
      "1",
    ]);
    expect(short(4.653e13)).toBe("4.65 × 10¹³");
  });
});
