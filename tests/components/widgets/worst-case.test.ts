import { describe, expect, it } from "vitest";
import { initialState } from "#components/widgets/url-state.ts";
import {
  chainRuns,
  descentBound,
  floor,
  gap,
  nesterovBound,
  springs,
} from "#components/widgets/worst-case/model.ts";
import { LINKS, STEPS, worstCaseFields } from "#components/widgets/worst-case/state.ts";
import { worstCaseSummary } from "#components/widgets/worst-case/words.ts";

const runs = chainRuns();
const gaps = (name: string) => runs.find((run) => run.name === name)?.gaps as readonly number[];
const descent = gaps("gradient descent");
const ball = gaps("momentum");
const nesterov = gaps("Nesterov");

describe("sixty masses on springs", () => {
  it("have the gaps that the syllabus quotes", () => {
    const at = (t: number) =>
      [descent, nesterov, ball].map((list) => (list[t] as number).toPrecision(3));
    expect(at(10)).toEqual(["0.114", "0.0790", "0.119"]);
    expect(at(50)).toEqual(["0.0479", "0.0123", "0.0116"]);
    expect(at(100)).toEqual(["0.0316", "0.00230", "0.00458"]);
    expect(descent[500]).toBeCloseTo(0.00963, 5);
    expect(nesterov[500]).toBeCloseTo(2.4e-6, 7);
    expect(ball[500]).toBeCloseTo(1.5e-5, 6);
  });

  it("measure the gap as the difference of values does, while that has digits", () => {
    const x = runs[0]?.at(40) as Float64Array;
    const lowest = springs.criticalPoints[0]?.f as number;
    expect(gap(x)).toBeCloseTo(springs.value(x) - lowest, 12);
  });

  it("keep both bounds, and never pass under the floor", () => {
    for (let t = 1; t <= STEPS; t++) {
      expect(descent[t]).toBeLessThan(descentBound(t));
      expect(nesterov[t]).toBeLessThan(nesterovBound(t));
      if (t < LINKS)
        for (const list of [descent, ball, nesterov]) expect(list[t]).toBeGreaterThan(floor(t));
    }
  });

  it("let momentum overtake Nesterov for good near step 1000", () => {
    const last = nesterov.findLastIndex((value, t) => value < (ball[t] as number));
    expect(last).toBeGreaterThan(950);
    expect(last).toBeLessThan(1050);
    const behind = nesterov.slice(100, 400).every((value, i) => value < (descent[i + 100] ?? 0));
    expect(behind).toBe(true);
  });

  it("are reached one per step, and start half way", () => {
    const initial = initialState(worstCaseFields);
    for (const run of runs)
      for (const t of [1, 17, initial.t])
        expect(run.at(t).filter((position) => position !== 0)).toHaveLength(t);
    expect(worstCaseSummary(runs, initial.t)).toContain("30 of 60 coordinates have not moved yet.");
  });
});
