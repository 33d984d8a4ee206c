import { describe, expect, it } from "vitest";
import {
  apartLines,
  apartView,
  doneLines,
  doneView,
} from "#components/widgets/convention-difference/figures.ts";
import { methodOf } from "#components/widgets/convention-difference/makers.ts";
import { conventionRuns, farthest } from "#components/widgets/convention-difference/model.ts";
import { problemNames, problemOf } from "#components/widgets/convention-difference/problems.ts";
import {
  chosen,
  comparisonOf,
  differenceFields,
  problemNameOf,
} from "#components/widgets/convention-difference/state.ts";
import {
  differenceSummary,
  differenceTable,
  readoutOf,
  sameRun,
} from "#components/widgets/convention-difference/words.ts";
import { formatState, initialState, parseState } from "#components/widgets/url-state.ts";
import type { Comparison, ConventionFigure } from "#src/course/convention-schema.ts";

const line = (name: string, options = {}, rateFactor = 1) => ({
  name,
  method: "momentum",
  options,
  rateFactor,
  same: false,
});
const forms: Comparison = {
  name: "forms",
  label: "forms",
  problems: ["ravine-cut", "steady"],
  rate: 0.02,
  lines: [line("B"), line("A", { convention: "classical" }), line("C", { convention: "ewa" }, 10)],
};
const other: Comparison = { ...forms, name: "other", problems: ["ravine"], rate: 0.05 };
const figure: ConventionFigure = {
  title: "",
  tryThis: "",
  notice: "",
  why: "",
  show: "steps",
  t: 27,
  comparisons: [forms, other],
};
const runsOn = (problem: string, comparison = forms) =>
  conventionRuns(comparison, problemOf(problem), comparison.rate);

describe("the runs", () => {
  it("of one method in equivalent forms are one, and the first is 0 away from itself", () => {
    const runs = runsOn("steady");
    expect(runs.map(sameRun)).toEqual([true, true, true]);
    expect(new Set(runs[0]!.apart.slice(1))).toEqual(new Set([0]));
  });

  it("have no value at step 0 and one for each step after it", () => {
    for (const { steps, distances, apart } of runsOn("ravine-cut"))
      for (const values of [steps, distances, apart]) {
        expect(values[0]).toBeUndefined();
        expect(values).toHaveLength(61);
        expect(values.slice(1).every((value) => Number.isFinite(value))).toBe(true);
      }
  });

  it("cut the rate to a tenth after the step that the problem says, and no earlier", () => {
    const [b, a] = runsOn("ravine-cut");
    expect(b!.apart[20]).toBe(0);
    expect(a!.apart[20]).toBeLessThan(1e-12);
    expect(a!.apart[21]).toBeGreaterThan(0.1);
  });

  it("measure steps in units of the rate that is set, also where a line has another", () => {
    const [b, , c] = runsOn("steady");
    expect(b!.steps[1]).toBeCloseTo(1, 12);
    expect(c!.steps[1]).toBeCloseTo(1, 12);
  });

  it("say where they were farthest apart", () => {
    const a = runsOn("ravine-cut")[1]!;
    const { t, apart } = farthest(a);
    expect(a.apart[t]).toBe(apart);
    expect(Math.max(...a.apart.slice(1).map((value) => value ?? 0))).toBe(apart);
  });

  it("that leave the numbers say at which step, and end there", () => {
    const runs = conventionRuns({ ...forms, lines: [line("B")] }, problemOf("ravine"), 1e100);
    expect(runs[0]!.diverged).toBeGreaterThan(0);
    expect(differenceSummary([...runs, ...runs], problemOf("ravine"), 1e100, 5)).toContain(
      `B diverged at step ${runs[0]!.diverged}`,
    );
  });
});

describe("what is drawn and said", () => {
  const runs = runsOn("ravine-cut");

  it("has a line for every convention above, and below only those that differ, without rounding", () => {
    expect(doneLines(runs, "steps").map(({ name }) => name)).toEqual(["B", "A", "C"]);
    const [a, ...rest] = apartLines(runs);
    expect([a!.name, rest]).toEqual(["A", []]);
    expect(a!.values[20]).toBeUndefined();
    expect(a!.values[21]).toBe(runs[1]!.apart[21]);
  });

  it("names what is on the axes", () => {
    expect(doneView("steps", "log").axis).toBe("step length over η");
    expect(doneView("distances", "linear")).toMatchObject({
      axis: "distance of θ from 0",
      scale: "linear",
    });
    expect(apartView("B", "log").axis).toBe("distance from B");
  });

  it("tells how far apart the runs are, now, at most and at the end", () => {
    expect(differenceSummary(runs, problemOf("ravine-cut"), 0.02, 21)).toBe(
      "The bowl, with the rate divided by ten after step 20, η = 0.02. From the run of B: A is 0.187 away at step 21, 0.679 at most (step 27) and 0.453 at the end; C takes the same steps but for rounding.",
    );
    expect(readoutOf(runs[1]!, 21, false)).toBe("9.63, 0.187 away");
    expect(readoutOf(runs[2]!, 21, false)).toBe("0.359, the same run");
    expect(readoutOf(runs[0]!, 21, true)).toBe("0.359");
  });

  it("gives the numbers as a table", () => {
    const { caption, columns, rows } = differenceTable("Forms", runs, problemOf("ravine-cut"));
    expect(caption).toBe(
      "Forms: length of step t over η, and distance from B; the bowl, with the rate divided by ten after step 20",
    );
    expect(columns).toEqual(["t", "step, B", "step, A", "step, C", "distance, A", "distance, C"]);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(rows.map(([t]) => Number(t)).at(-1)).toBe(60);
  });
});

describe("the state", () => {
  const fields = differenceFields(figure);

  it("starts at the first comparison on its first problem, and that needs no words in the address", () => {
    const start = initialState(fields);
    expect(start).toEqual({
      compare: "forms",
      problem: "ravine-cut",
      rate: 0.02,
      show: "steps",
      axis: "log",
      t: 27,
    });
    expect(formatState(start, fields)).toBe("");
  });

  it("comes back from the address", () => {
    const state = { ...initialState(fields), ...chosen(other), axis: "linear" as const, t: 3 };
    expect(parseState(formatState(state, fields), fields)).toEqual(state);
  });

  it("brings problem and rate with a comparison, and falls back where a link names another’s problem", () => {
    expect(chosen(other)).toEqual({ compare: "other", problem: "ravine", rate: 0.05 });
    expect(problemNameOf(other, "steady")).toBe("ravine");
    expect(problemNameOf(forms, "steady")).toBe("steady");
    expect(comparisonOf(figure, "unknown")).toBe(forms);
  });
});

describe("names", () => {
  it("that do not exist are answered with those that do", () => {
    expect(() => problemOf("flat")).toThrow(
      `ConventionDifference: there is no problem "flat". The problems are ${problemNames.join(", ")}; add it to problems.ts.`,
    );
    expect(() => methodOf("sgd", { learningRate: 1 })).toThrow(
      /^ConventionDifference: there is no method "sgd"\. The methods are adabelief, .*; add it to makers\.ts\.$/,
    );
  });

  it.each(problemNames)("%s is a problem whose table lists steps that it has", (name) => {
    const { marks, steps, label } = problemOf(name);
    expect(marks.at(-1)).toBe(steps);
    expect(marks).toEqual([...new Set(marks)].sort((a, b) => a - b));
    expect(label).toMatch(/\S/);
  });
});
