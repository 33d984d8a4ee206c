import { describe, expect, it } from "vitest";
import { basinsOf, errorsOf, newtonRun } from "#components/widgets/newton-line/model.ts";
import { CURVES, curveOf, newtonLineFields } from "#components/widgets/newton-line/state.ts";
import {
  ending,
  newtonLineSummary,
  newtonLineTable,
} from "#components/widgets/newton-line/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const initial = initialState(newtonLineFields);
const [root, log, quartic, well] = CURVES as [
  (typeof CURVES)[0],
  (typeof CURVES)[0],
  (typeof CURVES)[0],
  (typeof CURVES)[0],
];
const xs = (curve: (typeof CURVES)[0], from: number, digits = 3) =>
  newtonRun(curve, from).stands.map(({ x }) => Number(x.toPrecision(digits)));

describe("Newton's method in one variable", () => {
  it("starts with a run that converges, on the function where others do not", () => {
    expect(newtonLineSummary(newtonRun(curveOf(initial), initial.x), 1)).toBe(
      "On √(1 + x²) from 0.9 Newton’s method ends at the minimum 0 after 6 steps. At step 1 it is at −0.729, with the slope −0.589 and the second derivative 0.528.",
    );
  });

  it("cubes x on √(1 + x²): in from below 1, away from above", () => {
    for (const from of [0.3, 0.9, 1.1]) {
      const { stands } = newtonRun(root, from);
      stands.slice(1, 4).forEach(({ x }, i) => {
        expect(x / -(stands[i]!.x ** 3)).toBeCloseTo(1, 6);
      });
    }
    expect(xs(root, 1.1, 4).slice(0, 5)).toEqual([1.1, -1.331, 2.358, -13.11, 2253]);
    expect(ending(newtonRun(root, 1.1))).toBe("diverged at step 5");
  });

  it("jumps between 1 and −1 until the rounding, tripled at each step, is seen", () => {
    const { stands, end } = newtonRun(root, 1);
    for (const { x } of stands.slice(0, 25)) expect(Math.abs(Math.abs(x) - 1)).toBeLessThan(1e-3);
    const off = (t: number) => Math.abs(Math.abs(stands[t]!.x) - 1);
    expect(Math.abs(off(25) / off(20) / 3 ** 5 - 1)).toBeLessThan(0.01);
    expect(end.kind).toBe("rest");
    expect(stands.findIndex(({ x }) => Math.abs(Math.abs(x) - 1) > 0.1)).toBeGreaterThan(28);
  });

  it("squares the error on x − ln x, and leaves its domain from 2 on", () => {
    expect(errorsOf(newtonRun(log, 0.5)).slice(0, 6)).toEqual(
      [1, 2, 4, 8, 16, 32].map((power) => expect.closeTo(0.5 ** power, 14)),
    );
    expect(ending(newtonRun(log, 2))).toBe("has left the domain of f at step 1");
    expect(xs(log, 2)).toEqual([2, 0]);
    expect(xs(log, 2.1)).toEqual([2.1, -0.21]);
    expect(newtonRun(log, 1.99).end.kind).toBe("rest");
  });

  it("keeps two thirds at each step on x⁴", () => {
    expect(xs(quartic, 1).slice(0, 4)).toEqual([1, 0.667, 0.444, 0.296]);
  });

  it("ends on the double well where the text says", () => {
    const ends = [2, 1, 0.8, 0.7, 0.5, 0.2, 0, -0.5].map((from) => {
      const { end } = newtonRun(well, from);
      return end.kind === "rest" ? Number(end.rest.x.toFixed(2)) : end.kind;
    });
    expect(ends).toEqual([1.13, 1.13, 1.13, -1.3, 0.17, 0.17, 0.17, -1.3]);
    expect(xs(well, 0.7)[1]).toBe(-14.5);
  });

  it("shows in the bar where all starts end", () => {
    const told = (curve: (typeof CURVES)[0]) =>
      basinsOf(curve).map(({ from, to, rest }) => [from, to, rest?.x]);
    expect(told(root)).toEqual(
      [
        [-4, -1, undefined],
        [-1, 1, 0],
        [1, 4, undefined],
      ].map((row) => row.map((one) => (one === undefined ? one : expect.closeTo(one, 9)))),
    );
    expect(told(log)[1]).toEqual([0, 2, 1].map((one) => expect.closeTo(one, 9)));
    expect(told(quartic)).toHaveLength(1);
    const inner = basinsOf(well).find(({ from, to }) => from < 0.17 && to > 0.17)!;
    expect(inner.rest?.kind).toBe("maximum");
    expect([inner.from, inner.to].map((end) => end.toFixed(1))).toEqual(["-0.5", "0.6"]);
  });

  it("alternates at the end of the range of the hilltop, in ever shorter ranges", () => {
    // The borders seen with a magnifying glass: each range is shorter than the one outside it.
    const endOf = (x: number) => {
      const { end } = newtonRun(well, x);
      return end.kind === "rest" ? end.rest.x : Number.NaN;
    };
    const borders: number[] = [];
    for (let i = 1; i <= 4000; i++) {
      const [before, x] = [0.6055 + (i - 1) * 5e-6, 0.6055 + i * 5e-6];
      if (endOf(before) !== endOf(x)) borders.push(x);
    }
    const lengths = borders.slice(1).map((border, i) => border - borders[i]!);
    expect(lengths.length).toBeGreaterThanOrEqual(4);
    for (const [i, length] of lengths.entries())
      expect(length).toBeGreaterThan(lengths[i - 1] ?? 0);
    expect(borders[0]).toBeCloseTo(0.606, 3);
  });

  it("has its numbers in a table, with a dash where f is not defined", () => {
    expect(newtonLineTable(newtonRun(log, 2.1)).rows[1]?.[2]).toBe("–");
  });
});
