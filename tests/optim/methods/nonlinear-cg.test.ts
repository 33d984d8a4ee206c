import {
  conjugateDirectionKernel,
  createOracle,
  descend,
  dot,
  exactQuadratic,
  linearCg,
  type NonlinearCgFormula,
  nonlinearCg,
  nonlinearCgCard,
  nonlinearCgDirection,
  run,
  type Vec,
  vec,
} from "@downhill/optim";
import { bowl, chainedRosenbrock, rosenbrock } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { randomQuadratic } from "./random-quadratic.ts";

const FORMULAS: readonly NonlinearCgFormula[] = [
  "dai-yuan",
  "fletcher-reeves",
  "polak-ribiere+",
  "hestenes-stiefel+",
];

test("the kernel is d ← −g + βd", () => {
  const d = vec(3, -1);
  conjugateDirectionKernel(d, vec(1, 2), 0.5);
  expect(d).toEqual(vec(0.5, -2.5));
});

/** The direction after one step from g₋ along d₋ to g. */
function turned(formula: NonlinearCgFormula, g: Vec, gBefore: Vec, dBefore: Vec): Vec {
  const here = { k: 2, x: vec(0, 0), g, h: () => [], hv: () => g };
  const memory = { last: { g: gBefore, d: dBefore } };
  return nonlinearCgDirection({ formula, restart: false }).next(here, memory).d;
}

describe("β is the one that each formula says", () => {
  // g = (1, 2), g₋ = (−3, 1), d₋ = (2, 2): y = (4, 1), gᵀy = 6, ‖g₋‖² = 10, d₋ᵀy = 10, ‖g‖² = 5.
  // β has to be below 5/6, or d would lead uphill: −5 + 6β.
  test.each([
    ["dai-yuan", 5 / 10],
    ["fletcher-reeves", 5 / 10],
    ["polak-ribiere+", 6 / 10],
    ["hestenes-stiefel+", 6 / 10],
  ] as const)("%s", (formula, beta) => {
    const d = turned(formula, vec(1, 2), vec(-3, 1), vec(2, 2));
    expect(d[0]).toBeCloseTo(-1 + 2 * beta, 14);
    expect(d[1]).toBeCloseTo(-2 + 2 * beta, 14);
  });

  test("and tells the two kinds of denominator apart", () => {
    // As above with d₋ = (4, −2): d₋ᵀy = 14, d₋ᵀg = 0.
    const beta = (formula: NonlinearCgFormula) =>
      (turned(formula, vec(1, 2), vec(-3, 1), vec(4, -2))[0]! + 1) / 4;
    expect(FORMULAS.map(beta)).toEqual(
      [5 / 14, 5 / 10, 6 / 10, 6 / 14].map((entry) => expect.closeTo(entry, 14)),
    );
  });

  test("the formulas with + begin again where theirs would be negative", () => {
    for (const formula of ["polak-ribiere+", "hestenes-stiefel+"] as const)
      expect(turned(formula, vec(1, 0), vec(3, 0), vec(-3, 1))).toEqual(vec(-1, 0));
  });
});

test("a direction that would not lead downhill is replaced by −g", () => {
  for (const formula of FORMULAS)
    expect(turned(formula, vec(1, 2), vec(-3, 1), vec(20, 20))).toEqual(
      formula === "dai-yuan" || formula === "hestenes-stiefel+" ? expect.anything() : vec(-1, -2),
    );
});

test("where y = 0 no β is finite: it begins again", () => {
  for (const formula of ["dai-yuan", "hestenes-stiefel+"] as const)
    expect(turned(formula, vec(1, 2), vec(1, 2), vec(-1, -2))).toEqual(vec(-1, -2));
});

describe("with exact steps on a quadratic", () => {
  test.each(FORMULAS)(
    "%s is linear conjugate gradients: at the minimum after n steps",
    (formula) => {
      for (const seed of [1, 2, 3]) {
        const { objective, start } = randomQuadratic(7, seed);
        const method = descend(nonlinearCgDirection({ formula }), exactQuadratic);
        const { frames } = run(method, objective, start, { steps: 7 });
        const linear = run(linearCg(), objective, start, { steps: 7 }).frames;
        frames.forEach(({ x }, k) => {
          x.forEach((xi, i) => {
            expect(Math.abs(xi - linear[k]!.x[i]!)).toBeLessThan(1e-9);
          });
        });
        expect(frames[7]!.gradientMax).toBeLessThan(1e-9 * frames[0]!.gradientMax);
      }
    },
  );

  test("gradients are orthogonal and directions conjugate", () => {
    const { objective, start } = randomQuadratic(6, 9);
    const method = descend(nonlinearCgDirection(), exactQuadratic);
    const { frames } = run(method, objective, start, { steps: 6 });
    const gradients = frames.slice(0, 6).map(({ x }) => objective.gradient(x));
    const steps = frames.slice(1).map(({ x }, k) => x.map((xi, i) => xi - frames[k]!.x[i]!));
    for (let a = 0; a < 6; a++)
      for (let b = 0; b < a; b++) {
        const [ga, gb] = [gradients[a]!, gradients[b]!];
        expect(Math.abs(dot(ga, gb))).toBeLessThan(1e-9 * Math.hypot(...gb) ** 2);
        const conjugacy = dot(steps[a]!, createOracle(objective).hv(frames[0]!.x, steps[b]!));
        expect(Math.abs(conjugacy)).toBeLessThan(1e-9);
      }
  });

  test("it needs as many steps as there are distinct curvatures", () => {
    const problem = bowl([1, 1, 1, 1, 50, 50, 50, 50]);
    const method = descend(nonlinearCgDirection(), exactQuadratic);
    const { frames } = run(method, problem, [1, 2, 3, 4, 5, 6, 7, 8], { steps: 2 });
    expect(frames[1]!.gradientMax).toBeGreaterThan(1);
    expect(frames[2]!.gradientMax).toBeLessThan(1e-10);
  });
});

test("Dai and Yuan's directions lead downhill after every step that meets the Wolfe conditions", () => {
  const problem = chainedRosenbrock(4);
  const { frames } = run(nonlinearCg({ restart: false, c2: 0.9 }), problem, problem.start, {
    steps: 300,
  });
  for (const { state } of frames.slice(1)) {
    const { g, d } = state.memory.last!;
    expect(dot(g, d)).toBeLessThan(0);
  }
});

test("Fletcher and Reeves' method creeps on a chained Rosenbrock valley unless it may begin again", () => {
  const problem = chainedRosenbrock(10);
  const end = (restart: number | false) =>
    run(nonlinearCg({ formula: "fletcher-reeves", restart }), problem, problem.start, {
      steps: 400,
      until: ({ gradientMax }) => gradientMax <= 1e-8,
    }).outcome.kind;
  expect(end(false)).toBe("budget");
  expect(end(0.5)).toBe("converged");
});

test("every formula reaches the minimum of Rosenbrock's valley", () => {
  for (const formula of FORMULAS)
    expect(
      run(nonlinearCg({ formula }), rosenbrock, [-1.2, 1], {
        until: ({ gradientMax }) => gradientMax <= 1e-8,
      }).outcome.kind,
    ).toBe("converged");
});

test("its card makes it", () => {
  const end = (method: ReturnType<typeof nonlinearCgCard.make>) =>
    run(method, rosenbrock, [-1.2, 1], { steps: 9 }).frames.at(-1)!.x;
  expect(end(nonlinearCgCard.make({ c2: 0.4 }))).toEqual(end(nonlinearCg({ c2: 0.4 })));
});

describe("bad options are named", () => {
  test.each([
    [
      () => nonlinearCg({ formula: "pr" as never }),
      RangeError,
      'nonlinearCg: formula must be one of "dai-yuan", "polak-ribiere+", "hestenes-stiefel+", "fletcher-reeves", got "pr"',
    ],
    [
      () => nonlinearCg({ restart: 0 }),
      RangeError,
      "nonlinearCg: restart must be in (0, ∞), got 0",
    ],
    [
      () => nonlinearCg({ restart: true as never }),
      TypeError,
      "nonlinearCg: restart must be a number in (0, ∞), got true",
    ],
    [
      () => nonlinearCg({ c2: 1 }),
      RangeError,
      "strongWolfe: c2 must be in [c1, 1) = [0.0001, 1), got 1",
    ],
    [
      () => nonlinearCg({ beta: 1 } as never),
      TypeError,
      'nonlinearCg: there is no option "beta". The options are formula, restart, c1, c2',
    ],
    [
      () => nonlinearCgDirection({ c1: 1 } as never),
      TypeError,
      'nonlinearCg: there is no option "c1". The options are formula, restart',
    ],
  ])("%#", (make, kind, message) => {
    expect(make).toThrow(new kind(message));
  });
});
