import { readFileSync } from "node:fs";
import { checkGradient } from "@downhill/optim";
import { describe, expect, test } from "vitest";
import {
  failedConditions,
  judgeLineSearch,
  type LineSearchCase,
  searchFunctions,
} from "#src/cli/fixtures/line-searches.ts";
import { fixtureProblem, type ProblemDefinition } from "#src/cli/fixtures/problems.ts";

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/${file}`, import.meta.url), "utf8"));

const cases: readonly LineSearchCase[] = read("C_line_search.json").cases;
const definitions: readonly ProblemDefinition[] = read("problems.json").problems;
const objectiveOf = ({ problem }: LineSearchCase) =>
  searchFunctions[problem] ?? fixtureProblem(definitions.find(({ id }) => id === problem)!).at(1);

describe("C_line_search.json: strongWolfe finds a step that meets both conditions", () => {
  test.each(cases.map((fixture) => [fixture.id, fixture] as const))("%s", (_id, fixture) => {
    expect(judgeLineSearch(fixture, objectiveOf(fixture)).deviations).toEqual([]);
  });

  test("never at more points than SciPy's dcsrch, where that finds a step", () => {
    for (const fixture of cases) {
      const theirs = fixture.results.find(({ impl }) => impl === "line_search_wolfe1")!;
      const { evaluations } = judgeLineSearch(fixture, objectiveOf(fixture));
      if (theirs.valid) expect(evaluations, fixture.id).toBeLessThanOrEqual(theirs.fc);
    }
  });
});

test("the slopes of Moré and Thuente's functions are those of their values", () => {
  for (const [name, objective] of Object.entries(searchFunctions))
    for (const a of [0, 0.37, 0.995, 1.004, 2])
      expect(checkGradient(objective, [a]), `${name} at ${a}`).toMatchObject({ ok: true });
});

describe("the judge tells what is wrong with a step", () => {
  test("that there is none", () => {
    const uphill = cases.find(({ id }) => id === "linesearch/mt1/0.1")!;
    const { deviations } = judgeLineSearch({ ...uphill, direction: [-1] }, searchFunctions.mt1!);
    expect(deviations).toEqual([
      "strongWolfe: the slope dᵀ∇f must be below 0, got 0.5; use −d, or another direction",
    ]);
  });

  test("a value that is too high, and a slope that is too steep, whichever its sign", () => {
    const start = { f: 1, slope: -2 };
    expect(failedConditions(start, { f: 0.6, slope: 0.2 }, 2, 0.1, 0.1)).toEqual([]);
    expect(failedConditions(start, { f: 0.7, slope: 0 }, 2, 0.1, 0.1)).toEqual([
      "f is 0.7 at α = 2, Armijo allows 0.6",
    ]);
    for (const slope of [-0.3, 0.3, Number.NaN])
      expect(failedConditions(start, { f: 0.5, slope }, 2, 0.1, 0.1)).toEqual([
        `the slope is ${slope} at α = 2, at most 0.2 is allowed`,
      ]);
  });
});
