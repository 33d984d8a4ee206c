import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  judgeMinimizer,
  type ListedMinimum,
  type MinimizerCase,
} from "#src/cli/fixtures/minimizers.ts";
import { fixtureProblem, type ProblemDefinition } from "#src/cli/fixtures/problems.ts";
import { quasiNewtonSubjects } from "#src/cli/fixtures/subjects/quasi-newton.ts";

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/${file}`, import.meta.url), "utf8"));

type Definition = ProblemDefinition & { readonly minima: readonly ListedMinimum[] };
const definitions = new Map<string, Definition>(
  read("problems.json").problems.map((problem: Definition) => [problem.id, problem]),
);

/**
 * Files, how many times SciPy's evaluations we may need, and the problems where we need more: each
 * is a path on which rounding decides, or (wood) where our closer search along d does not pay.
 */
describe.each([
  ["C_min_l_bfgs_b_m3.json", 1.05, []],
  ["C_min_l_bfgs_b_m10.json", 1.05, []],
  ["C_min_bfgs.json", 1.1, ["penalty1_10"]],
  ["C_min_cg.json", 1.1, ["powell_singular", "wood", "ext_rosenbrock10", "trigonometric10"]],
] as const)("%s", (name, factor, slower) => {
  const file: { method: string; cases: readonly MinimizerCase[] } = read(name);
  const judge = (fixture: MinimizerCase) => {
    const definition = definitions.get(fixture.problem)!;
    const minimizer = { gtol: 1e-5, make: quasiNewtonSubjects[file.method]! };
    const objective = fixtureProblem(definition).at(1);
    return judgeMinimizer(minimizer, fixture, objective, definition.minima);
  };

  test.each(file.cases.map((fixture) => [fixture.id, fixture] as const))(
    "%s: the end is as good as SciPy's",
    (_id, fixture) => {
      expect(judge(fixture).deviations).toEqual([]);
    },
  );

  test(`takes at most ${factor} times SciPy's evaluations, but for the problems named`, () => {
    const over = file.cases.filter((fixture) => judge(fixture).calls.f > factor * fixture.nfev);
    expect(new Set(over.map(({ problem }) => problem))).toEqual(new Set(slower));
  });
});
