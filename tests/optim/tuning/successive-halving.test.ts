import {
  halvingRungs,
  hyperband,
  hyperbandBrackets,
  linearRange,
  logRange,
  searchSpace,
  successiveHalving,
} from "@downhill/optim";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../check-property.ts";

fc.configureGlobal({ seed: 1 });

const space = searchSpace({ floor: linearRange(0, 1), speed: logRange(0.01, 1) });
type Values = { readonly floor: number; readonly speed: number };

/** A learning curve that falls to its floor; a slow one first looks bad. */
const curve = ({ floor, speed }: Values, budget: number) => floor + Math.exp(-speed * budget);

describe("the rungs", () => {
  test("27 settings from budget 10: 27 × 10, 9 × 30, 3 × 90, 1 × 270", () => {
    expect(halvingRungs(27, { minBudget: 10 })).toEqual([
      { settings: 27, budget: 10 },
      { settings: 9, budget: 30 },
      { settings: 3, budget: 90 },
      { settings: 1, budget: 270 },
    ]);
  });

  test("settings that η does not divide are rounded down, budgets to whole numbers", () => {
    expect(halvingRungs(10, { eta: 1.5 })).toEqual([
      { settings: 10, budget: 1 },
      { settings: 6, budget: 2 },
      { settings: 4, budget: 2 },
      { settings: 2, budget: 3 },
      { settings: 1, budget: 5 },
    ]);
  });

  test("no rung costs more than the first but for rounding, and there is at least one", () => {
    check(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 2, max: 6 }),
        (settings, minBudget, eta) => {
          const rungs = halvingRungs(settings, { minBudget, eta });
          expect(rungs[0]).toEqual({ settings, budget: minBudget });
          for (const rung of rungs)
            expect(rung.settings * rung.budget).toBeLessThanOrEqual(settings * minBudget);
          expect(rungs.at(-1)!.settings).toBeLessThan(eta);
          expect(rungs.at(-1)!.settings).toBeGreaterThanOrEqual(1);
        },
      ),
    );
  });

  test("a given number of rungs ends the ladder early", () => {
    expect(halvingRungs(16, { eta: 2, rungs: 2 }).map(({ settings }) => settings)).toEqual([16, 8]);
  });
});

describe("successive halving", () => {
  const asked: [Values, number][] = [];
  const result = successiveHalving(
    (values, budget) => {
      asked.push([values, budget]);
      return curve(values, budget);
    },
    space,
    { settings: 27, minBudget: 10, seed: 4 },
  );

  test("its trials follow the rungs, and what is spent is the sum of all budgets asked for", () => {
    const rungs = halvingRungs(27, { minBudget: 10 });
    rungs.forEach(({ settings, budget }, rung) => {
      const here = result.trials.filter((trial) => trial.rung === rung);
      expect(here.map((trial) => trial.budget)).toEqual(Array(settings).fill(budget));
    });
    expect(asked).toEqual(result.trials.map(({ values, budget }) => [values, budget]));
    expect(result.spent).toBe(asked.reduce((sum, [, budget]) => sum + budget, 0));
    expect(result.spent).toBe(4 * 270);
  });

  test("those who go on are the best of their rung, with the same values", () => {
    for (let rung = 1; rung < 4; rung++) {
      const before = result.trials.filter((trial) => trial.rung === rung - 1);
      const here = result.trials.filter((trial) => trial.rung === rung);
      const best = before.toSorted((a, b) => a.score - b.score).slice(0, here.length);
      expect(here.map(({ setting }) => setting)).toEqual(best.map(({ setting }) => setting));
      for (const trial of here)
        expect(trial.values).toBe(before[0] && result.trials[trial.setting]!.values);
    }
  });

  test("the best is of the last rung, even if a shorter look scored lower", () => {
    const rising = (_: Values, budget: number) => budget;
    const { best } = successiveHalving(rising, space, { settings: 9, seed: 1 });
    expect([best.rung, best.score]).toEqual([2, 9]);
  });

  test("it can start from given settings, and then needs no seed", () => {
    const settings = space.grid(3);
    const { trials } = successiveHalving(curve, space, { settings });
    expect(trials.slice(0, 9).map(({ values }) => values)).toEqual(settings);
  });

  test("with curves that never cross it finds the best setting at a fraction of the cost", () => {
    const parallel = ({ floor }: Values, budget: number) => floor + 1 / budget;
    const settings = space.grid({ floor: 81, speed: 1 });
    const { best, spent } = successiveHalving(parallel, space, { settings });
    expect(best.values.floor).toBe(0);
    expect([spent, 81 * 81]).toEqual([5 * 81, 6561]);
  });

  test("a slow starter with the lowest floor is lost: the price of a short first look", () => {
    const slow = { floor: 0, speed: 0.01 };
    const settings = [slow, ...[0.2, 0.3, 0.4].map((floor) => ({ floor, speed: 1 }))];
    const { best } = successiveHalving(curve, space, { settings, eta: 2, minBudget: 100 });
    expect(best.values.floor).toBe(0.2);
    expect(curve(slow, 400)).toBeLessThan(curve(best.values, 400));
  });
});

describe("hyperband", () => {
  test("for R = 81 and η = 3 has the brackets of the formula", () => {
    const table = hyperbandBrackets(81).map((rungs) =>
      rungs.map(({ settings, budget }) => [settings, budget]),
    );
    expect(table).toEqual([
      [
        [81, 1],
        [27, 3],
        [9, 9],
        [3, 27],
        [1, 81],
      ],
      [
        [34, 3],
        [11, 9],
        [3, 27],
        [1, 81],
      ],
      [
        [15, 9],
        [5, 27],
        [1, 81],
      ],
      [
        [8, 27],
        [2, 81],
      ],
      [[5, 81]],
    ]);
  });

  test("counts its brackets exactly where logarithms round down", () => {
    expect(Math.log(1000) / Math.log(10)).toBeLessThan(3);
    expect(hyperbandBrackets(1000, 10).length).toBe(4);
    expect(hyperbandBrackets(1)).toEqual([[{ settings: 1, budget: 1 }]]);
  });

  test("runs all brackets, and what is spent is the sum of all budgets", () => {
    let spent = 0;
    const { trials, ...result } = hyperband(
      (values, budget) => {
        spent += budget;
        return curve(values, budget);
      },
      space,
      { maxBudget: 27, seed: 2 },
    );
    expect(result.spent).toBe(spent);
    const brackets = hyperbandBrackets(27);
    expect(spent).toBe(
      brackets.flat().reduce((sum, { settings, budget }) => sum + settings * budget, 0),
    );
    brackets.forEach((rungs, i) => {
      const here = trials.filter(({ bracket }) => bracket === brackets.length - 1 - i);
      rungs.forEach(({ settings, budget }, rung) => {
        expect(here.filter((trial) => trial.rung === rung).length).toBe(settings);
        expect(here.find((trial) => trial.rung === rung)!.budget).toBe(budget);
      });
    });
  });

  test("finds the slow starter that the boldest bracket loses", () => {
    // Fast curves end high: only a long first look shows who is best in the end.
    const crossing = ({ speed }: Values, budget: number) =>
      (Math.log10(speed) + 2) / 4 + 3 * Math.exp(-speed * budget);
    const { trials, best } = hyperband(crossing, space, { maxBudget: 81, seed: 1 });
    const boldest = trials.filter(({ bracket, budget }) => bracket === 4 && budget === 81);
    expect(best.score).toBeLessThan(Math.min(...boldest.map(({ score }) => score)));
    expect(best.budget).toBe(81);
  });
});

test.each([
  [
    () => halvingRungs(0),
    RangeError,
    "halvingRungs: settings must be a whole number, 1 or more, got 0",
  ],
  [() => halvingRungs(9, { eta: 1 }), RangeError, "halvingRungs: eta must be in (1, ∞), got 1"],
  [
    () => halvingRungs(9, { minBudget: 0.5 }),
    RangeError,
    "halvingRungs: minBudget must be a whole number, 1 or more, got 0.5",
  ],
  [
    () => halvingRungs(9, { rungs: 0 }),
    RangeError,
    "halvingRungs: rungs must be a whole number, 1 or more, got 0",
  ],
  [
    () => successiveHalving(curve, space, { settings: 9, maxBudget: 9 } as never),
    TypeError,
    'successiveHalving: there is no option "maxBudget". The options are settings, seed, minBudget, eta, rungs',
  ],
  [
    () => hyperbandBrackets(0.5),
    RangeError,
    "hyperbandBrackets: maxBudget must be a whole number, 1 or more, got 0.5",
  ],
  [
    () => hyperband(curve, space, { maxBudget: 9, eta: 0, seed: 1 }),
    RangeError,
    "hyperband: eta must be in (1, ∞), got 0",
  ],
] as const)("%s is named", (make, kind, message) => {
  expect(make).toThrow(new kind(message));
});
