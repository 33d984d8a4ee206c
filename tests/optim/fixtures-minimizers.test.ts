import { readFileSync } from "node:fs";
import type { Objective } from "@downhill/optim";
import {
  beale,
  box3d,
  brownBadlyScaled,
  chainedRosenbrock,
  chebyquad,
  extendedRosenbrock,
  freudensteinRoth,
  helicalValley,
  penaltyI,
  powellSingular,
  trigonometric,
  variablyDimensioned,
  wood,
} from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { type LinearCgCase, linearCgDeviations } from "#src/cli/fixtures/linear-cg.ts";
import {
  judgeMinimizer,
  type ListedMinimum,
  type MinimizerCase,
  minimizers,
} from "#src/cli/fixtures/minimizers.ts";

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/${file}`, import.meta.url), "utf8"));

const definitions = new Map<string, { n: number; minima: readonly ListedMinimum[] }>(
  read("problems.json").problems.map((problem: { id: string }) => [problem.id, problem]),
);

/** Problems of the files that ours are, whatever the number in their name. */
const families: Readonly<Record<string, (n: number) => Objective>> = {
  rosenbrock: chainedRosenbrock,
  beale: () => beale,
  powell_singular: () => powellSingular,
  wood: () => wood,
  brown_badly_scaled: () => brownBadlyScaled,
  freudenstein_roth: () => freudensteinRoth,
  helical_valley: () => helicalValley,
  box3d: () => box3d,
  ext_rosenbrock: extendedRosenbrock,
  trigonometric: trigonometric,
  penalty1_: penaltyI,
  vardim: variablyDimensioned,
  chebyquad: chebyquad,
};

describe.each([
  "C_min_newton_cg.json",
  "C_min_trust_exact.json",
  "C_min_trust_ncg.json",
  "C_min_trust_krylov.json",
])("%s: the end is as good as SciPy's", (name) => {
  const file: { method: string; cases: readonly MinimizerCase[] } = read(name);
  test.each(file.cases.map((fixture) => [fixture.id, fixture] as const))("%s", (_id, fixture) => {
    const { n, minima } = definitions.get(fixture.problem)!;
    const family = families[fixture.problem] ?? families[fixture.problem.replace(/\d+$/, "")]!;
    const verdict = judgeMinimizer(minimizers[file.method]!, fixture, family(n), minima);
    expect(verdict.deviations).toEqual([]);
  });
});

const systems: readonly LinearCgCase[] = read("C_linear_cg.json").cases;
test.each(systems.map((fixture) => [fixture.id, fixture] as const))(
  "%s: every iterate of conjugate gradients is SciPy's",
  (_id, fixture) => {
    expect(linearCgDeviations(fixture)).toEqual([]);
  },
);

describe("the judge tells what is worse than SciPy's", () => {
  const [good] = (read("C_min_trust_exact.json").cases as readonly MinimizerCase[]).filter(
    ({ id }) => id === "trust-exact/rosenbrock/visible/tight",
  );
  const judge = (changes: Partial<MinimizerCase>, minima: readonly ListedMinimum[] = []) =>
    judgeMinimizer(
      minimizers["trust-exact"]!,
      { ...good!, ...changes },
      chainedRosenbrock(2),
      minima,
    ).deviations;

  test("a higher f, unless another listed minimum is reached", () => {
    const elsewhere = [
      { x: [7, 7], f: -1 },
      { x: [1, 1], f: 0 },
    ];
    expect(judge({ f: -1, minimum: 0 })).toEqual([expect.stringMatching(/^f is .*, SciPy's -1$/)]);
    expect(judge({ f: -1, minimum: 1 }, elsewhere)).toHaveLength(1);
    expect(judge({ f: -1, minimum: 0 }, elsewhere)).toEqual([]);
  });

  test("a longer gradient, unless SciPy gave up", () => {
    const short = { hyperparameters: { gtol: 1e-3, maxiter: 3 }, f: 10, grad_norm_inf: 1e-9 };
    expect(judge(short)).toEqual([
      expect.stringMatching(/^the gradient is .*, enough would be 0.001$/),
    ]);
    expect(judge({ ...short, success: false })).toEqual([]);
  });

  test("more than three times the evaluations", () => {
    expect(judge({ nfev: 8 })).toEqual([
      expect.stringMatching(/^\d+ evaluations of f, SciPy took 8$/),
    ]);
  });

  test("an iterate of conjugate gradients that is off, and a wrong number of them", () => {
    const [system] = systems;
    const [first, ...rest] = system!.iterates;
    expect(
      linearCgDeviations({ ...system!, iterates: [first!.map((x) => x + 1e-9), ...rest] }),
    ).toHaveLength(2);
    expect(linearCgDeviations({ ...system!, iterates: rest })[0]).toMatch(/steps, expected \d+$/);
  });
});
