import { describe, expect, it } from "vitest";
import { timeOf } from "#components/widgets/one-variable/course.ts";
import { turns, walk } from "#components/widgets/one-variable/model.ts";
import {
  CURVES,
  LONGEST,
  oneVariableFields,
  presetOf,
  withCurve,
} from "#components/widgets/one-variable/state.ts";
import { ending, walkSummary, walkTable } from "#components/widgets/one-variable/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const initial = initialState(oneVariableFields);
const well = (eta: number, x = 2) => walk({ curve: "double-well", eta, x });
const parabola = (eta: number) => walk({ curve: "parabola", eta, x: 10 });
const rest = (eta: number, x?: number) => well(eta, x).rest?.x[0];

describe("descent in one variable", () => {
  it("starts with a run that leaps over the hill into the deeper valley", () => {
    const { steps, rest } = walk(initial);
    expect(steps[1]?.x).toBeCloseTo(-0.1, 12);
    expect(rest?.x[0]).toBeCloseTo(-1.3008, 4);
  });

  // Chapter C01, W01.2: what each learning rate does from x = 2.
  it("comes down on one side at 0.01, and turns once at 0.05, to the same minimum", () => {
    expect(rest(0.01)).toBeCloseTo(1.1309, 4);
    expect(turns(well(0.01))).toBe(0);
    expect(rest(0.05)).toBeCloseTo(1.1309, 4);
    expect(turns(well(0.05))).toBe(1);
  });

  it("never settles at 0.15, beyond 2/14.306, and diverges at 0.2", () => {
    const bouncing = well(0.15);
    expect(bouncing.rest).toBeUndefined();
    expect(bouncing.diverged).toBeUndefined();
    expect(bouncing.steps).toHaveLength(LONGEST + 1);
    expect(ending(bouncing)).toBe(`has not settled after ${LONGEST} steps`);
    expect(ending(well(0.2))).toBe("diverged at step 2");
  });

  it("ends on either side of the hilltop from 0.16 and 0.18", () => {
    expect(rest(0.01, 0.16)).toBeCloseTo(-1.3008, 4);
    expect(rest(0.01, 0.18)).toBeCloseTo(1.1309, 4);
  });

  it.each([
    [0.05, 5.905],
    [0.2, 0.7776],
    [0.5, 0],
    [0.8, -0.7776],
    [1, -10],
    [1.05, -16.105],
  ])("is on the parabola with η = %d after five steps at %d, or at rest before", (eta, x) => {
    const { steps } = parabola(eta);
    expect((steps[5] ?? steps.at(-1))?.x).toBeCloseTo(x, 3);
  });

  it("tells a run that creeps from one that bounces", () => {
    expect(ending(parabola(0.02))).toBe(`is not quite at rest after ${LONGEST} steps`);
    expect(ending(parabola(1))).toBe(`has not settled after ${LONGEST} steps`);
  });

  it("offers for each function the settings of the text, all of them within its sliders", () => {
    for (const { name, presets, rates, window } of CURVES)
      for (const { eta, x } of presets) {
        expect(presets[presetOf({ curve: name, eta, x })]).toMatchObject({ eta, x });
        expect(eta).toBeGreaterThanOrEqual(rates.domain[0]);
        expect(eta).toBeLessThanOrEqual(rates.domain[1]);
        expect(Math.abs(x)).toBeLessThanOrEqual(window.x[1]);
      }
  });

  it("opens the other function with a setting of its own", () => {
    const other = { ...initial, ...withCurve("parabola") };
    expect(presetOf(other)).toBeGreaterThanOrEqual(0);
    expect(walkSummary(other, walk(other), 5)).toContain(
      "On x² from 10 with η = 0.8 the run comes",
    );
  });

  it("draws an axis of time that holds the run", () => {
    for (const eta of [0.01, 0.05, 0.15, 0.2])
      expect(timeOf(well(eta))).toBeGreaterThanOrEqual(
        well(eta).diverged ?? well(eta).steps.length - 1,
      );
  });

  it("is at rest at once where it starts on a critical point", () => {
    const { steps, rest } = walk({ curve: "parabola", eta: 0.2, x: 0 });
    expect(steps).toHaveLength(1);
    expect(rest?.x).toEqual([0]);
  });

  it("tells its numbers in a table that a person can read", () => {
    const { rows } = walkTable(well(0.01));
    expect(rows.length).toBeLessThan(25);
    expect(rows[0]).toEqual(["0", "2", "6", "9.51", "21"]);
  });

  it("shows in its first table every change of side", () => {
    const first = walk(initial);
    const uphill = walkTable(first).rows.map((row) => !row[4]!.startsWith("−"));
    expect(uphill).toHaveLength(first.steps.length);
    for (let t = 7; t < uphill.length; t++) expect(uphill[t]).toBe(!uphill[t - 1]);
  });
});
