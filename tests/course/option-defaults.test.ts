import { bowl, himmelblau, type Problem, rosenbrock, run, wood } from "@downhill/optim";
import { describe, expect, test } from "vitest";
import type { OptionDoc } from "#src/course/options-of.ts";
import { companions, configurable, type Given } from "./configurable.ts";

const problems: readonly Problem[] = [
  bowl([1, 25]),
  // Far away along an axis: long steps, and a slope that is 0.
  { ...bowl([1, 25]), start: [-1e5, 0] },
  rosenbrock,
  himmelblau,
  wood,
];

/** Constants that only decide whether a step is taken: seen when they are far from the default. */
const FAR: Readonly<Record<string, string>> = {
  "barzilaiBorwein.c1": "0.4",
  "bfgs.c1": "0.4",
  "lbfgs.c1": "0.4",
  "nonlinearCg.c2": "0.4",
  "trustRegion.eta": "0.24",
};

describe.each(configurable)("$name", ({ name: method, options: all, make }) => {
  /** The runs of the method with these options on all problems, to the last bit. */
  const paths = (given: Given): string =>
    JSON.stringify(
      problems.map((problem) => {
        const { frames, outcome } = run(make(given), problem, problem.start, { steps: 40 });
        return [outcome, frames.map(({ state }) => state)];
      }),
    );

  test.each(all)("$name has a default or is required", (option) => {
    expect(option.required).toBe(option.default === undefined);
  });

  const told = all.flatMap((option) =>
    option.default?.code === undefined ? [] : [{ ...option, code: option.default.code }],
  );
  test.each(told)("$name is $code when it is not given", ({ name, code, type }) => {
    const key = `${method}.${name}`;
    const beside = companions[key] ?? {};
    const plain = paths(beside);
    expect(paths({ ...beside, [name]: code })).toBe(plain);
    const far = FAR[key];
    const seen = (far === undefined ? othersThan(code, type) : [far]).some((other) => {
      try {
        return paths({ ...beside, [name]: other }) !== plain;
      } catch {
        return false;
      }
    });
    // Another default would have been seen.
    expect(seen).toBe(true);
  });
});

/** Values near the default, or the other words. */
function othersThan(code: string, type: OptionDoc["type"]): readonly string[] {
  if (type === "boolean") return ["true", "false"].filter((word) => word !== code);
  if (type === "LineSearch") return ["exactLineSearch()"];
  if (code.startsWith('"')) return type.split(" | ").filter((word) => word !== code);
  const value = Number(code);
  return [value * 1.01, value / 1.01, value + 1, value + 2, value + 0.01].map(String);
}
