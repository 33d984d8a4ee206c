import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  backtracking,
  bfgs,
  bfgsDirection,
  bowl,
  conjugateGradients,
  coordinateDescent,
  descend,
  doubleWell1d,
  exactQuadratic,
  GOLDEN_SECTION,
  gauss,
  goldenSection,
  gradientDescent,
  lbfgs,
  mulberry32,
  newton,
  norm,
  rosenbrock,
  run,
  steepestDescent,
  symmetricEigen,
  trustRegion,
} from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { contestRun, cost } from "#components/widgets/contest/model.ts";
import { doglegPicture } from "#components/widgets/dogleg/model.ts";
import { bench } from "#components/widgets/line-search-bench/model.ts";
import { landing } from "#components/widgets/line-search-bench/words.ts";
import { secantRun } from "#components/widgets/secant-pairs/model.ts";
import { SCENES } from "#components/widgets/secant-pairs/state.ts";
import { type Ledger, testLedger } from "./ledger.ts";
import { prose, scientific } from "./prose.ts";
import {
  apart,
  byRule,
  conjugate,
  FADING,
  fadingNewton,
  inFiftyValleys,
  inValley,
  pairsOfTwoBatches,
} from "./quasi-newton-runs.ts";

const text = prose("13-quasi-newton.mdx");

const setting = { start: 2, c1: 1e-4, c2: 0.9, first: 1 } as const;
const back = bench({ ...setting, search: "backtracking" });
const steep = bench({ ...setting, search: "backtracking", c1: 0.3 });
const flat = bench({ ...setting, search: "strong-wolfe", c2: 0.1 });
const wolfe = bench({ ...setting, search: "strong-wolfe" });
const bestAlpha = (2 - doubleWell1d.criticalPoints[2]!.x[0]!) / 21;

const kink = (x: number) => Math.abs(x - 0.3);
const wells = (x: number) => doubleWell1d.value(Float64Array.of(x));
const dogleg = (radius: number) => doglegPicture({ x: 4, y: 1, radius });

const trust = inValley(trustRegion({ subproblem: "dogleg" }));
const pure = inValley(newton()).frames.map(({ f }) => f);
const learned = secantRun({ surface: "bowl", ...SCENES.bowl.start });
const inverse = (() => {
  const [[a, b], [, c]] = bowl([1, 10], Math.PI / 6).hessian(new Float64Array(2)) as unknown as [
    [number, number],
    [number, number],
  ];
  const det = a * c - b * b;
  return [c / det, -b / det, a / det];
})();

const fifty = Object.fromEntries(
  [1, 3, 5, 10].map((memory) => [memory, inFiftyValleys(lbfgs({ memory })).steps]),
);
const fiftyBfgs = inFiftyValleys(bfgs());

const eta = 0.0015;
const noisy = (name: "fixed rate" | "L-BFGS" | "Newton") =>
  contestRun(name, { eta, m: 5, sigma: 0.1 }).settled;

const row = (method: Parameters<typeof inValley>[0], steps?: number) => {
  const { steps: taken, calls } = inValley(method, steps);
  return [taken, calls.f, calls.g, calls.h];
};

/** Sweeps of coordinate descent on a bowl until the minimum is nearer than a thousandth. */
function sweeps(angle: number): number {
  const { frames } = run(coordinateDescent(), bowl([1, 25], angle), [-4, 1], {
    steps: 500,
    until: ({ x }) => norm(x) < 1e-3,
  });
  return frames.at(-1)!.k / 2;
}

/** Words of the chapter → the numbers in them, recomputed. */
const ledger: Ledger = [
  [
    "at $x=2$, with $p=-f'(2)=-21$. Then $\\varphi(0)=6$ and $\\varphi'(0)=-441$",
    [2, 2, back.p, 0, back.f0, 0, back.slope0],
  ],
  ["leads to $x=-19$, where $f=129219$", [landing(back, 1), wells(-19)]],
  ["$\\alpha=0.125$, is accepted. It leads to $x=-0.625$", [back.found!, landing(back, 0.125)]],
  ["$2,-1.5,1.25,-1.125", [0, 1, 2, 3].map((k) => (-1) ** k * (1 + 2 ** -k))],
  [
    "the figure's accepted set is $\\alpha<0.1988$; with $c_1=0.3$ it is $\\alpha<0.0520$",
    [back.armijo[0]![1], 0.3, steep.armijo[0]![1]],
  ],
  [
    "87 steps with fourteen rates each, 1219 values of $f$; 88 steps with backtracking, 411 values",
    (["grid", "backtracking"] as const).flatMap((rule) => Object.values(byRule(rule))),
  ],
  ["the accepted set is $0.0025$ to $0.1904$", [...wolfe.both[0]!]],
  [
    "one in each valley: $0.0330$ to $0.1042$, and $0.1486$ to $0.1633$",
    flat.both.flatMap((zone) => [...zone]),
  ],
  ["more than the minimum at $0.0414$", [bestAlpha]],
  ["with its third trial, at $\\alpha=0.0887$", [flat.found!]],
  ["r=\\frac{\\sqrt5-1}{2}=0.618", [5, 1, 2, GOLDEN_SECTION]],
  [
    "finds the kink of $|x-0.3|$ with 33 values",
    [0.3, goldenSection(kink, -1, 1, { tolerance: 1e-6 }).calls.f],
  ],
  ["with $\\Delta=5$ the step is $4.12$ long", [5, dogleg(5).dogleg.length]],
  ["of length $2.263$", [Math.hypot(dogleg(1).cauchy.x, dogleg(1).cauchy.y)]],
  ["of length $4.123$", [Math.hypot(dogleg(1).newton.x, dogleg(1).newton.y)]],
  [
    "takes 21 steps and 25 values of $f$: one at the start, 21 of steps that were taken and 3 of steps that were not",
    [trust.steps, trust.calls.f, trust.steps, trust.calls.f - 1 - trust.steps],
  ],
  ["from the same start, climbs to $f=1412$", [Math.max(...pure)]],
  ["(1-\\tfrac{\\lambda}{50})", [1, 50]],
  [
    "With fifty different eigenvalues 38 steps are enough",
    [cgSteps(Array.from({ length: 50 }, (_, i) => i + 1))],
  ],
  [
    "it takes 24 steps where Fletcher and Reeves take 178",
    [inValley(conjugate("polak-ribiere+")).steps, inValley(conjugate("fletcher-reeves")).steps],
  ],
  ["has the entries $0.775$, $0.390$ and $0.325$", inverse],
  [
    "After one pair $B$ has $1.23$, $0.71$ and $0.55$",
    [learned[1]!.B.xx, learned[1]!.B.xy, learned[1]!.B.yy],
  ],
  [
    "a matrix takes 8 TB, and $m=10$ pairs take 160 MB",
    [(8 * 1e6 ** 2) / 1e12, 10, (8 * 2 * 10 * 1e6) / 1e6],
  ],
  ["33 steps, 40 values and 40 gradients", row(bfgs()).slice(0, 3)],
  [
    "$m=1$, $3$, $5$ and $10$ take 51, 33, 36 and 37 steps. BFGS itself takes 473, and 36 if",
    [
      ...[1, 3, 5, 10, fifty[1]!, fifty[3]!, fifty[5]!, fifty[10]!, fiftyBfgs.steps],
      inFiftyValleys(bfgs({ scaling: "first" })).steps,
    ],
  ],
  [
    "at step 3 by $3\\cdot10^{-12}$, at step 10 by $0.08$",
    [3, ...scientific(apart(fiftyBfgs.frames[3]!.x)), 10, apart(fiftyBfgs.frames[10]!.x)],
  ],
  ["Turned by 30° it takes 36.5 sweeps", [30, sweeps(Math.PI / 6)]],
  [
    "rate $0.001$ | 32076 | 0 | 32076 | 0 |",
    [0.001, ...row(gradientDescent({ learningRate: 0.001 }))],
  ],
  [
    "rate $0.0015$ | 21374 | 0 | 21374 | 0 |",
    [0.0015, ...row(gradientDescent({ learningRate: 0.0015 }))],
  ],
  ["backtracking | 13756 | 136800 | 13756 | 0 |", row(descend(steepestDescent, backtracking()))],
  ["(Polak–Ribière+) | 24 | 69 | 69 | 0 |", row(conjugate("polak-ribiere+"))],
  ["L-BFGS, $m=1$ | 46 | 85 | 85 | 0 |", [1, ...row(lbfgs({ memory: 1 }))]],
  ["L-BFGS, $m=5$ | 39 | 48 | 48 | 0 |", [5, ...row(lbfgs({ memory: 5 }))]],
  ["| BFGS | 33 | 40 | 40 | 0 |", row(bfgs())],
  ["Hessian mended, backtracking | 21 | 29 | 21 | 21 |", row(newton({ variant: "modified" }))],
  ["trust region, dogleg | 21 | 25 | 21 | 21 |", row(trustRegion({ subproblem: "dogleg" }))],
  [
    "condition number at the minimum is 2508",
    [
      (() => {
        const { values } = symmetricEigen(rosenbrock.hessian(Float64Array.of(1, 1)));
        return values[1]! / values[0]!;
      })(),
    ],
  ],
  ["whose curvature at the minimum is above $2/0.002=1000$", [2, 0.002, 2 / 0.002]],
  ["With $\\sigma=0.01$ the run ends at $f=0.054$", [0.01, noisyLooks(0.01)]],
  [
    "of about $0.01$ the pairs tell $1.9$ times the true curvature",
    [0.01, pairsOfTwoBatches(0.01).told],
  ],
  ["And $9.4$ % of them say", [100 * pairsOfTwoBatches(0.01).negative]],
  ["$\\alpha$ times $1/(k-28)$ from step 30 on", [1, FADING - 2, FADING]],
  [
    "over the second half of its run is $1.1\\cdot10^{-5}$. For L-BFGS it is $1.1\\cdot10^{-3}$, and for Newton's method, which is told the Hessian without any noise, $4.9\\cdot10^{-3}$",
    [
      ...scientific(noisy("fixed rate")),
      ...scientific(noisy("L-BFGS")),
      ...scientific(noisy("Newton")),
    ],
  ],
];

/** Steps of conjugate gradients on a diagonal matrix until the residual has shrunk to 10⁻⁸. */
function cgSteps(eigenvalues: readonly number[]): number {
  const A = eigenvalues.map((lambda, i) =>
    Float64Array.from(eigenvalues, (_, j) => (i === j ? lambda : 0)),
  );
  const b = Float64Array.from(eigenvalues, () => 1);
  return conjugateGradients(A, b, { tolerance: 1e-8 }).length - 1;
}

/** Where BFGS ends with new noise at every look, as in the cell. */
function noisyLooks(sigma: number): number {
  const normal = gauss(mulberry32(1));
  const looks = {
    dim: 2,
    value: (x: Float64Array) => rosenbrock.value(x) + sigma * normal(),
    gradient: (x: Float64Array) => rosenbrock.gradient(x).map((slope) => slope + sigma * normal()),
  };
  const { frames } = run(bfgs(), looks, [-1.2, 1], { gradientTolerance: 1e-6 });
  return rosenbrock.value(frames.at(-1)!.x);
}

/** Years, course numbers, and a default of PyTorch. */
const AS_GIVEN = new Set(
  "1847 1952 1953 1959 1963 1964 1966 1969 1970 1980 1991 2016 318 20".split(" "),
);

describe("the numbers of chapter 13", () => {
  testLedger(text, ledger, AS_GIVEN);

  it("say that each point of the first example lies lower, and that Armijo stops them", () => {
    const x = (k: number) => (-1) ** k * (1 + 2 ** -k);
    for (let k = 0; k < 20; k++) expect(x(k + 1) ** 2).toBeLessThan(x(k) ** 2);
    const [from, to] = [x(10), x(11)];
    const decrease = from ** 2 - to ** 2;
    // α p = to − from and g = 2·from, so the promise is −g·(to − from).
    expect(decrease).toBeLessThan(1e-3 * (2 * from * (from - to)));
  });

  it("say that golden section comes out at one well or the other by its interval", () => {
    const from = (a: number) => goldenSection(wells, a, 2, { tolerance: 1e-6 }).x;
    expect(from(-2)).toBeCloseTo(-1.30084, 4);
    expect(from(-1.5)).toBeCloseTo(1.1309, 4);
  });

  it("say that f falls at every step of the trust region", () => {
    trust.frames.slice(1).forEach(({ f }, k) => {
      expect(f).toBeLessThan(trust.frames[k]!.f);
    });
  });

  it("say that conjugate gradients takes a step for each different eigenvalue", () => {
    expect(cgSteps([1, 1, 1, 1, 50, 50, 50, 50])).toBe(2);
    expect(cgSteps([1, 2, 3, 4, 5, 6, 7, 8])).toBe(8);
    expect(cgSteps([1, 1, 1, 1, 1, 1, 1, 1000])).toBe(2);
  });

  it("say that BFGS with exact steps has learned the inverse of a quadratic after as many steps as variables", () => {
    for (const lambdas of [
      [1, 10],
      [1, 3, 10],
      [1, 2, 5, 30],
    ]) {
      const n = lambdas.length;
      const surface = bowl(lambdas, Math.PI / 6);
      const start = Float64Array.from(lambdas, (_, i) => 1 + i);
      const exact = descend(bfgsDirection(), exactQuadratic);
      const { frames } = run(exact, surface, start, { steps: n + 1 });
      const B = frames.at(-1)!.state.memory.B;
      const H = surface.hessian(start);
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++) {
          const entry = H[i]!.reduce((sum, h, k) => sum + h * B[k]![j]!, 0);
          expect(entry).toBeCloseTo(i === j ? 1 : 0, 6);
        }
    }
  });

  it("say that after two pairs B is that of the bowl to the digits printed, and the third step arrives", () => {
    const { B } = learned[2]!;
    expect([B.xx, B.xy, B.yy].map((entry) => entry.toFixed(3))).toEqual(
      inverse.map((entry) => entry.toFixed(3)),
    );
    expect(learned[3]!.f).toBeLessThan(1e-9);
  });

  it("say that BFGS ends with the inverse Hessian to about one percent", () => {
    const { x, frames } = inValley(bfgs());
    const { B } = (frames.at(-1)!.state as unknown as { memory: unknown }).memory as {
      B: readonly Float64Array[];
    };
    const H = rosenbrock.hessian(x);
    const det = H[0]![0]! * H[1]![1]! - H[0]![1]! ** 2;
    for (const [b, h] of [
      [B[0]![0]!, H[1]![1]!],
      [B[0]![1]!, -H[0]![1]!],
      [B[1]![1]!, H[0]![0]!],
    ] as const)
      expect(Math.abs((b * det) / h - 1)).toBeLessThan(0.015);
  });

  it("say that γ of the newest pair lies between 1/L and 1/μ on a quadratic", () => {
    const surface = bowl([1, 10], Math.PI / 6);
    const { frames } = run(lbfgs(), surface, [-3, 2], { steps: 6, gradientTolerance: 1e-9 });
    for (const { state } of frames)
      for (const { y, rho } of state.memory.pairs) {
        const gamma = 1 / (rho * y.reduce((sum, entry) => sum + entry * entry, 0));
        expect(gamma).toBeGreaterThanOrEqual(1 / 10 - 1e-9);
        expect(gamma).toBeLessThanOrEqual(1 + 1e-9);
      }
  });

  it("say that coordinate descent is done after one sweep along the axes, and stuck at the kink", () => {
    expect(sweeps(0)).toBe(1);
    const value = ([x = 0, y = 0]: Float64Array) => Math.abs(x + y) + 3 * Math.abs(x - y);
    const kinked = { dim: 2, value, gradient: () => Float64Array.of(1, 1) };
    const { frames } = run(coordinateDescent(), kinked, [-2, -2], { steps: 20 });
    expect([...frames.at(-1)!.x]).toEqual([-2, -2]);
    expect(frames.at(-1)!.f).toBe(4);
    expect(value(new Float64Array(2))).toBe(0);
  });

  it("say that the rate 0.002 is too large to arrive", () => {
    const { values } = symmetricEigen(rosenbrock.hessian(Float64Array.of(1, 1)));
    expect(values[1]).toBeGreaterThan(1000);
    const { frames } = run(gradientDescent({ learningRate: 0.002 }), rosenbrock, [-1.2, 1], {
      steps: 100_000,
      gradientTolerance: 1e-6,
    });
    expect(frames.at(-1)!.gradientNorm).toBeGreaterThan(1);
  });

  it("say that with noise the methods with curvature are near their floor after two hundred evaluations", () => {
    const one = contestRun("L-BFGS", { eta, m: 5, sigma: 0.1 });
    const early = one.curve.filter(({ x }) => x <= 200).at(-1)!;
    expect(early.y).toBeLessThan(10 * one.settled);
    expect(cost(one.calls)).toBeGreaterThan(5000);
  });

  it("say that Newton's steps, full and then fading, come below the floor of the fixed rate first", () => {
    const fixed = contestRun("fixed rate", { eta, m: 5, sigma: 0.1 });
    const most = 4000;
    const values = fadingNewton(0.1)
      .filter(({ calls }) => cost(calls) <= most)
      .slice(-100)
      .map(({ f }) => f)
      .toSorted((a, b) => a - b);
    expect(values[50]).toBeLessThan(fixed.settled);
    const then = fixed.curve.filter(({ x }) => x <= most).at(-1)!;
    expect(then.y).toBeGreaterThan(10 * fixed.settled);
  });

  it("say how backtracking counts: about ten looks a step", () => {
    const { steps, calls } = inValley(descend(steepestDescent, backtracking()));
    expect(Math.round(calls.f / steps)).toBe(10);
  });

  it("say in exercise 13.3 what the dogleg, its knee and Newton's point gain", () => {
    const fall = (x: number, y: number) => -(2 * x + 2 * y + (x ** 2 + 2 * y ** 2) / 2);
    const exercise = "../../../content/exercises/dogleg-by-hand/index.mdx";
    const told = readFileSync(resolve(import.meta.dirname, exercise), "utf8");
    expect(told).toContain(
      `falls by $${fall(-1.6, -1.2).toFixed(2)}$ there, at the knee by $${fall(-4 / 3, -4 / 3).toFixed(2)}$, and at Newton’s point by $${fall(-2, -1)}$`,
    );
  });

  it("say that a share c₁ above one half refuses the minimum of a parabola", () => {
    // φ(α) = (1 − α)² has φ′(0) = −2, and its minimum at α = 1 falls by half of the promise.
    for (const c1 of [0.49, 0.51]) expect(0 <= 1 - 2 * c1).toBe(c1 < 0.5);
  });
});
