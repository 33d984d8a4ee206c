import {
  choiceOf,
  gradientDescent,
  gridSearch,
  lineage,
  linearRange,
  logRange,
  methodTraining,
  minimize,
  normalPerturbation,
  type Objective,
  type PopulationOptions,
  populationBasedTraining,
  searchSpace,
  type Training,
} from "@downhill/optim";
import { describe, expect, test } from "vitest";

const space = searchSpace({ h0: linearRange(0, 1.5), h1: linearRange(0, 1.5) });
type H = { readonly h0: number; readonly h1: number };

/**
 * The toy of Jaderberg et al.: maximize Q = 1.2 − θ₀² − θ₁², which no worker sees. Each climbs
 * 1.2 − h₀θ₀² − h₁θ₁² by 10 steps of 0.01 between two exchanges.
 */
const toy: Training<H, readonly number[]> = {
  start: () => [0.9, 0.9],
  train: (theta, { h0, h1 }) => theta.map((t, i) => t * (1 - 0.02 * [h0, h1][i]!) ** 10),
  score: ([a = 0, b = 0]) => -(1.2 - a * a - b * b),
};
const corners: readonly H[] = [
  { h0: 1, h1: 0 },
  { h0: 0, h1: 1 },
];

const search = (options: Partial<PopulationOptions<H>> = {}) =>
  populationBasedTraining(toy, space, {
    members: corners,
    rounds: 20,
    seed: 1,
    perturb: normalPerturbation(0.2 / 1.5), // + 0.2 N(0, 1), cut off at 0 and 1.5
    ...options,
  });

describe("the toy, from h = (1, 0) and (0, 1)", () => {
  const finalQ = (options: Partial<PopulationOptions<H>>) =>
    search(options)
      .trials.slice(-2)
      .map(({ score }) => -score);

  test("neither exploit nor explore: both workers end at 0.390", () => {
    for (const q of finalQ({ exploit: 0 })) expect(q).toBeCloseTo(0.39, 3);
  });

  test("exploit only, which copies θ and keeps h, ends at 1.172 for every seed", () => {
    for (const seed of [1, 2, 3])
      expect(Math.max(...finalQ({ explore: "none", inherit: "state", seed }))).toBeCloseTo(
        1.172,
        3,
      );
  });

  test("explore only drifts: somewhere between 1.09 and 1.2, by seed", () => {
    const qs = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) =>
      Math.max(...finalQ({ exploit: 0, explore: "all", seed })),
    );
    expect(Math.min(...qs)).toBeGreaterThan(1.09);
    expect(Math.max(...qs) - Math.min(...qs)).toBeGreaterThan(0.1);
  });

  test("both together end near 1.199 for most seeds", () => {
    const qs = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) =>
      Math.max(...finalQ({ explore: "all", seed })),
    );
    expect(qs.toSorted((a, b) => a - b)[4]).toBeCloseTo(1.199, 2);
    expect(Math.min(...qs)).toBeGreaterThan(1.19);
  });

  test("what beats every worker that stays in its corner does not beat a fixed h in the box", () => {
    const fixed = (h: H) => {
      let theta = toy.start(h);
      for (let round = 0; round < 20; round++) theta = toy.train(theta, h);
      return -toy.score(theta);
    };
    expect(fixed(corners[0]!)).toBeCloseTo(0.39, 3);
    expect(fixed({ h0: 1, h1: 1 })).toBeCloseTo(1.1995, 4);
    expect(fixed({ h0: 1.5, h1: 1.5 })).toBeCloseTo(1.2, 4);
  });
});

describe("a training for which every fixed learning rate is wrong", () => {
  // Of f = |x|^1.5 + |y|^1.5 the curvature grows without bound near 0: a large rate never settles
  // there, a small one never arrives.
  const cusp: Objective = {
    dim: 2,
    value: (x) => x.reduce((sum, xi) => sum + Math.abs(xi) ** 1.5, 0),
    gradient: (x) => x.map((xi) => 1.5 * Math.sign(xi) * Math.sqrt(Math.abs(xi))),
  };
  const rates = searchSpace({ learningRate: logRange(1e-3, 10) });
  const start = [-8, 1.5];
  const training = methodTraining({
    make: ({ learningRate }: { learningRate: number }) => gradientDescent({ learningRate }),
    objective: cusp,
    start,
    steps: 10,
  });
  const fixed = gridSearch(
    ({ learningRate }) =>
      minimize(gradientDescent({ learningRate }), cusp, start, { steps: 200 }).f,
    rates,
    { points: 200 },
  ).best;

  test.each([1, 2, 3, 4])(
    "seed %d: 10 members reach a thousandth of the best of 200 fixed rates, by a falling rate",
    (seed) => {
      const { trials, best } = populationBasedTraining(training, rates, {
        members: 10,
        rounds: 20,
        seed,
      });
      expect(best.score).toBeLessThan(fixed.score / 1000);
      const schedule = lineage(trials, best).map(({ values }) => values.learningRate);
      expect(schedule.at(-1)).toBeLessThan(schedule[0]! / 10);
    },
  );
});

describe("the bookkeeping", () => {
  const { trials, best } = search({
    members: 10,
    rounds: 6,
    perturb: normalPerturbation(),
  });
  const round = (r: number) => trials.filter((trial) => trial.round === r);

  test("every round lists all members in order, the start as round 0", () => {
    for (let r = 0; r <= 6; r++)
      expect(round(r).map(({ member }) => member)).toEqual([...Array(10).keys()]);
    expect(round(0).every(({ parent }) => parent === undefined)).toBe(true);
    expect(trials.length).toBe(70);
  });

  test("each state is its parent's, trained with the values of its own trial", () => {
    for (const { parent, state, values } of trials.slice(10))
      expect(state).toEqual(toy.train(trials[parent!]!.state, values));
  });

  test("from round 2 on the worst two of ten continue from one of the best two, with new values", () => {
    for (let r = 1; r <= 6; r++) {
      const ranked = round(r - 1).toSorted((a, b) => a.score - b.score);
      const winners = ranked.slice(0, 2).map(({ index }) => index);
      const losers = ranked.slice(-2).map(({ member }) => member);
      for (const { member, parent, values } of round(r)) {
        const own = round(r - 1)[member]!;
        if (r > 1 && losers.includes(member)) {
          expect(winners).toContain(parent);
          expect(values).not.toEqual(own.values);
          expect(values).not.toEqual(trials[parent!]!.values);
        } else {
          expect(parent).toBe(own.index);
          expect(values).toEqual(own.values);
        }
      }
    }
  });

  test("the lineage of the best leads from the start to it, one round at a time", () => {
    const line = lineage(trials, best);
    expect(line.map((trial) => trial.round)).toEqual([...Array(best.round + 1).keys()]);
    expect(line.at(-1)).toBe(best);
  });

  test("a training that writes into its state does no harm to the history", () => {
    const careless: Training<H, { theta: number[] }> = {
      start: () => ({ theta: [0.9, 0.9] }),
      train(state, h) {
        state.theta = [...toy.train(state.theta, h)];
        return state;
      },
      score: ({ theta }) => toy.score(theta),
    };
    const options = { members: corners, rounds: 5, seed: 1 };
    const dirty = populationBasedTraining(careless, space, options).trials;
    const clean = populationBasedTraining(toy, space, options).trials;
    expect(dirty.map(({ state }) => state.theta)).toEqual(clean.map(({ state }) => state));
  });

  test("every diverged member gives up, and none is copied", () => {
    const fragile: Training<H, readonly number[]> = {
      ...toy,
      train: (theta, h) => (h.h0 > 1 ? [Number.NaN, Number.NaN] : toy.train(theta, h)),
    };
    const members = [{ h0: 0.5, h1: 1 }, ...Array.from({ length: 4 }, () => ({ h0: 1.5, h1: 0 }))];
    const { trials } = populationBasedTraining(fragile, space, { members, rounds: 6, seed: 3 });
    const dead = trials.filter(({ score }) => Number.isNaN(score));
    expect(dead.length).toBeGreaterThan(3);
    for (const { parent } of trials.slice(5)) expect(trials[parent!]!.score).not.toBeNaN();
  });

  test("choices are inherited and not perturbed", () => {
    const mixed = searchSpace({ h0: linearRange(0, 1.5), kind: choiceOf(["a", "b"]) });
    const training = {
      start: () => 0,
      train: (state: number, { kind }: { kind: "a" | "b" }) => state + (kind === "a" ? 1 : 2),
      score: (state: number) => -state,
    };
    const result = populationBasedTraining(training, mixed, { members: 6, rounds: 12, seed: 1 });
    const kinds = result.trials.slice(-6).map(({ values }) => values.kind);
    expect(new Set(kinds)).toEqual(new Set(["b"]));
  });
});

test.each([
  [{ rounds: 0 }, RangeError, "rounds must be a whole number, 1 or more, got 0"],
  [{ members: 0 }, RangeError, "members must be a whole number, 1 or more, got 0"],
  [{ exploit: 0.6 }, RangeError, "exploit must be in [0, 0.5], got 0.6"],
  [{ inherit: "all" }, RangeError, 'inherit must be one of "state and values", "state", got "all"'],
  [{ explore: true }, TypeError, 'explore must be one of "copies", "all", "none", got true'],
  [
    { steps: 10 },
    TypeError,
    'there is no option "steps". The options are members, rounds, seed, exploit, inherit, explore, perturb',
  ],
] as const)("%j is named", (options, kind, message) => {
  expect(() => search(options as never)).toThrow(new kind(`populationBasedTraining: ${message}`));
});

test("a training without one of its parts is named", () => {
  expect(() =>
    populationBasedTraining({ start: () => 0, score: () => 0 } as never, space, {
      members: 2,
      rounds: 1,
      seed: 1,
    }),
  ).toThrow(
    new TypeError(
      "populationBasedTraining: training must be an object with start, train and score, got an object without train",
    ),
  );
});
