import { checkGradient } from "@downhill/optim";
import { describe, expect, it } from "vitest";
import {
  losingStarts,
  slope,
  softSpring,
  springRuns,
} from "#components/widgets/three-cycle/model.ts";
import { PRESETS, threeCycleFields } from "#components/widgets/three-cycle/state.ts";
import { threeCycleSummary } from "#components/widgets/three-cycle/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const initial = initialState(threeCycleFields);
const ball = (start: number) => springRuns(start).find(({ name }) => name === "momentum");

describe("the ball that never arrives", () => {
  it("starts at 3.3, where momentum goes round through three points and the others reach 0", () => {
    const runs = springRuns(initial.x);
    expect(runs.map(({ cycle }) => cycle !== undefined)).toEqual([false, true, false]);
    const points = [2592 / 1225, 792 / 1225, -2208 / 1225].map((x) => expect.closeTo(x, 9));
    expect(ball(initial.x)?.cycle).toEqual(points);
    expect(threeCycleSummary(initial, runs, 12)).toContain(
      "momentum never arrives: it goes round through 2.1159, 0.6465, −1.8024; Nesterov reaches 0.",
    );
  });

  it("lets all three arrive from the other starts that it offers", () => {
    for (const { x } of PRESETS.filter((preset) => preset.x !== initial.x))
      for (const { cycle } of springRuns(x)) expect(cycle).toBeUndefined();
  });

  it("paints the starts that momentum loses, and no others", () => {
    const pieces = losingStarts();
    const painted = (x: number) => pieces.some(({ from, to }) => x > from && x < to);
    for (const x of [3.3, 3.2, 2.85, -4.2, -3, 1]) expect(painted(x)).toBe(true);
    for (const x of [3, 2, 1.5, 5, 0, -1]) expect(painted(x)).toBe(false);
    // The middle of every piece, and of every gap between two.
    pieces.forEach(({ from, to }, i) => {
      expect(ball((from + to) / 2)?.cycle).toBeDefined();
      const next = pieces[i + 1];
      if (next !== undefined) expect(ball((to + next.from) / 2)?.cycle).toBeUndefined();
    });
  });

  it("has a slope without jumps, and a function that belongs to it", () => {
    for (const x of [1, 2]) expect(slope(x - 1e-12)).toBeCloseTo(slope(x), 9);
    for (const x of [1, 2])
      expect(softSpring.value(Float64Array.of(x - 1e-12))).toBeCloseTo(
        softSpring.value(Float64Array.of(x)),
        9,
      );
    for (const x of [-3, 0.4, 1.3, 1.9, 2.6])
      expect(checkGradient(softSpring, Float64Array.of(x)).ok).toBe(true);
  });
});
