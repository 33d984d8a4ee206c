import {
  bowl,
  dot,
  gradientDescent,
  type Method,
  momentum,
  type NesterovForm,
  nesterov,
  nesterovTwoSequenceKernel,
  norm,
  run,
  type Vec,
} from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { slope, softSpring } from "#components/widgets/three-cycle/model.ts";
import { gap } from "#components/widgets/worst-case/model.ts";
import { allExercises } from "../exercises/exercise-files.ts";
import { type Ledger, testLedger } from "./ledger.ts";
import {
  backwards,
  ballGaps,
  descentGaps,
  floor,
  frames,
  inBowl,
  L,
  nagGaps,
  springs,
  variance,
} from "./nesterov-runs.ts";
import { prose, scientific } from "./prose.ts";

const text = prose("07-nesterov.mdx");

// One step with arrows: f(x) = 5x².
const onLine = (method: Method) => frames(method, bowl([10]), [1], 2).map(({ x }) => x[0]!);
const heavy = onLine(momentum({ learningRate: 0.05, beta: 0.9 }));
const ahead = onLine(nesterov({ learningRate: 0.05, beta: 0.9 }));
/** The farthest that a run from 1 gets beyond the minimum of a line with this curvature. */
const farthest = (method: Method, lambda: number) =>
  Math.min(...frames(method, bowl([lambda]), [1], 200).map(({ x }) => x[0]!));
const heavyBall = momentum({ learningRate: 0.05, beta: 0.9 });
const lookedAt = 0.5 - 0.05 * 0.9 * 10;
const velocityAfter = (x: readonly number[]) => (x[1]! - x[2]!) / 0.05;

// Three forms.
const apart = Math.max(
  ...inBowl("lookahead").flatMap(({ x }, t) => {
    const stored = inBowl("pytorch")[t]!.x;
    return [0, 1].map((i) => Math.abs(stored[i]! - x[i]!));
  }),
);

/** By what the wrong rule grows per step in the long run, on curvature 1. */
function growth(alpha: number): number {
  const product = 0.9 * 2;
  const trace = product + 1 - alpha;
  return (trace + Math.sqrt(trace ** 2 - 4 * product)) / 2;
}
const right200 = frames(nesterov({ learningRate: 0.1, beta: 0.9 }), bowl([1]), [1], 200).at(-1)!;

// Quadratics.
/** The larger size of the two roots for one curvature. */
function longRun(etaLambda: number, beta: number): number {
  const trace = (1 + beta) * (1 - etaLambda);
  const product = beta * (1 - etaLambda);
  const discriminant = trace ** 2 - 4 * product;
  return discriminant < 0 ? Math.sqrt(product) : (Math.abs(trace) + Math.sqrt(discriminant)) / 2;
}
const bestBeta = (kappa: number) => (Math.sqrt(kappa) - 1) / (Math.sqrt(kappa) + 1);
const bestRate = (kappa: number) => longRun(1 / kappa, bestBeta(kappa));

/** Steps in the ravine until the distance from (−4, 1) is a thousandth and stays below. */
function stays(method: Method, kappa: number): number {
  const start = [-4, 1];
  const goal = norm(Float64Array.from(start)) / 1000;
  const path = run(method, bowl([1, kappa]), start, { steps: 3000 }).frames;
  return path.findLastIndex(({ x }) => norm(x) > goal) + 1;
}
const gd = (kappa: number) => stays(gradientDescent({ learningRate: 2 / (1 + kappa) }), kappa);
const nag = (kappa: number, beta = bestBeta(kappa)) =>
  stays(nesterov({ learningRate: 1 / kappa, beta }), kappa);
/** Retention of the best heavy ball, from the last chapter. */
const ballBeta = (kappa: number) => bestBeta(kappa) ** 2;
const ball = (kappa: number) => {
  const learningRate = (2 / (Math.sqrt(kappa) + 1)) ** 2;
  return stays(momentum({ learningRate, beta: ballBeta(kappa) }), kappa);
};
const habit = stays(momentum({ learningRate: 1 / 25, beta: 0.9 }), 25);
const lessard = (kappa: number) => {
  const root = Math.sqrt(3 * kappa + 1);
  const method = nesterov({ learningRate: 4 / (3 * kappa + 1), beta: (root - 2) / (root + 2) });
  return { rate: 1 - 2 / root, steps: stays(method, kappa) };
};
const row = (kappa: number) => [
  kappa,
  bestBeta(kappa),
  bestRate(kappa),
  Math.sqrt(ballBeta(kappa)),
  gd(kappa),
  nag(kappa),
  ball(kappa),
];

/** How many times the variance of the look-ahead momentum’s is, with η = 0.01 and λ = 1. */
const calmer = (beta: number) => variance(0.01, beta) / variance(0.01, beta * (1 - 0.01));

/** The first step after which f is higher than before. */
const firstRise = nagGaps.findIndex((value, t) => value > (nagGaps[t - 1] ?? value));
/** The accelerated run with restarts: f − f★ after every step, and how often it began again. */
function restarted(again: (rises: boolean, uphill: boolean) => boolean) {
  const [x, y, v] = [0, 1, 2].map(() => new Float64Array(springs.dim)) as [Vec, Vec, Vec];
  let t = 0;
  let f = springs.value(x);
  let restarts = 0;
  const list = Array.from({ length: 1000 }, () => {
    t += 1;
    const g = springs.gradient(y);
    nesterovTwoSequenceKernel(x, y, g, v, 1 / L, (t - 1) / (t + 2));
    const value = springs.value(x);
    const begin = again(value > f, dot(g, v) < 0);
    f = value;
    if (begin) {
      t = 0;
      restarts += 1;
      y.set(x);
    }
    return gap(x);
  });
  return { at500: list[499]!, at1000: list[999]!, restarts };
}
const never = restarted(() => false);
const byValue = restarted((rises) => rises);
const bySlope = restarted((_, uphill) => uphill);

// The cycle.
const cycle = frames(momentum({ learningRate: 1 / 9, beta: 4 / 9 }), softSpring, [3.3], 600)
  .slice(-3)
  .map(({ x }) => x[0]!)
  .sort((a, b) => b - a) as [number, number, number];

/** 2 J₁(τ)/τ by its series. */
function swinging(tau: number): number {
  let [term, sum] = [1, 0];
  for (let k = 1; k <= 60; k++) {
    sum += term;
    term *= -(tau * tau) / 4 / (k * (k + 1));
  }
  return sum;
}
/** How far Nesterov’s method is from the curve up to τ = 15. */
function offCurve(eta: number): number {
  const method = nesterov({ learningRate: eta, form: "two-sequence" });
  const path = frames(method, bowl([1]), [1], Math.round(15 / Math.sqrt(eta)));
  return Math.max(...path.map(({ k, x }) => Math.abs(x[0]! - swinging(k * Math.sqrt(eta)))));
}

/** Words of the chapter → the numbers in them, recomputed. */
const ledger: Ledger = [
  ["It leads to $x_1=0.5$ with", [ahead[1]!]],
  ["$\\velocity{v_1}=10$", [(ahead[0]! - ahead[1]!) / 0.05]],
  ["to $0.5-0.05\\cdot0.9\\cdot10=0.05$", [heavy[1]!, 0.05, 0.9, 10, lookedAt]],
  ["gets a velocity of 14 and runs to $-0.2$, past", [velocityAfter(heavy), heavy[2]!]],
  [
    "the slope at $0.05$, gets a tenth of that, $0.5$, and with the velocity $9.5$ lands at $0.025$",
    [lookedAt, 10 * lookedAt, velocityAfter(ahead), ahead[2]!],
  ],
  [
    "overshoots, to $-0.202$; momentum goes on to $-0.842$",
    [farthest(nesterov({ learningRate: 0.05, beta: 0.9 }), 10), farthest(heavyBall, 10)],
  ],
  ["they are up to $0.675$ apart", [apart]],
  ["largest $|W|$ of its first 300 steps stands beside that of its last 300", [300, 300]],
  [
    "by $1.80$ a step in place of $1.50$. After 200 steps $|W|$ is $2.5\\cdot10^{48}$ with $\\alpha=0.001$, and $1.7\\cdot10^{35}$ with $\\alpha=0.1$",
    [
      growth(0.001),
      growth(0.1),
      200,
      ...scientific(backwards(1, 0.001, 200)[199]!),
      0.001,
      ...scientific(backwards(1, 0.1, 200)[199]!),
      0.1,
    ],
  ],
  ["with $\\alpha=0.1$, is at $6\\cdot10^{-10}$", [0.1, ...scientific(right200.x[0]!)]],
  [
    "the ball is at $0.025$, or a stored look-ahead point at $-0.4025$",
    [ahead[2]!, onLine(nesterov({ learningRate: 0.05, beta: 0.9, form: "pytorch" }))[2]!],
  ],
  ["| momentum | 0.9487 | 0.9487 | 0.9487 | 0.9487 | 0.9487 |", Array(5).fill(Math.sqrt(0.9))],
  [
    "| Nesterov | 0.9295 | 0.8485 | 0.6708 | 0.3000 | 0 |",
    [0.04, 0.2, 0.5, 0.9, 1].map((etaLambda) => longRun(etaLambda, 0.9)),
  ],
  ["$\\kappa=25$ from $(-4,1)$, the habit", [25, -4, 1]],
  [
    "needs 130 steps until it stays a thousand times closer; with the look-ahead it needs 88",
    [habit, nag(25, 0.9)],
  ],
  ["| 4 | 0.3333 | 0.5 | 0.3333 | 14 → 13 → 9 |", row(4)],
  ["| 9 | 0.5 | 0.6667 | 0.5 | 31 → 23 → 14 |", row(9)],
  ["| 25 | 0.6667 | 0.8 | 0.6667 | 87 → 41 → 24 |", row(25)],
  ["| 50 | 0.7522 | 0.8586 | 0.7522 | 173 → 60 → 35 |", row(50)],
  ["| 100 | 0.8182 | 0.9 | 0.8182 | 346 → 87 → 51 |", row(100)],
  [
    "$0.7706$ in place of $0.8$ for $\\kappa=25$, and 35 steps in place of 41",
    [lessard(25).rate, bestRate(25), 25, lessard(25).steps, nag(25)],
  ],
  [
    "$0.8$ against $0.6667$ at $\\kappa=25$, 41 steps against 24",
    [bestRate(25), Math.sqrt(ballBeta(25)), 25, nag(25), ball(25)],
  ],
  ["chain of the last chapter, 60 coordinates of it", [springs.dim]],
  ["\\tfrac1{61}\\big)$. From step 60 on there is no floor", [1, springs.dim + 1, springs.dim]],
  ["At step 10 the floor is at $0.0373$", [10, floor(10)]],
  ["Nesterov is at $0.0790$, gradient descent at $0.114$", [nagGaps[10]!, descentGaps[10]!]],
  [
    "At step 100 they are at $0.00230$ and $0.0316$, at step 500 at $2.4\\cdot10^{-6}$ and $0.0096$",
    [100, nagGaps[100]!, descentGaps[100]!, 500, ...scientific(nagGaps[500]!), descentGaps[500]!],
  ],
  [
    "at step 2000 momentum with $\\beta=0.9$ is far ahead, with $8\\cdot10^{-15}$ against $1.8\\cdot10^{-8}$",
    [2000, 0.9, ...scientific(ballGaps[2000]!), ...scientific(nagGaps[2000]!)],
  ],
  ["$\\kappa$ is $1507$", [L / springs.mu!]],
  ["{32(t+1)^2}$. Multiplying", [8 * 4, 1, 2]],
  ["{32(t+1)^2}, \\label{lower}", [8 * 4, 1, 2]],
  ["curvature 25, as in the ravine, except between 1 and 2, where it is 1", [25, 1, 2, 1]],
  ["25x&x<1,", [1]],
  ["x+24&1\\le x<2,", [slope(1.5) - 1.5, 1, 2]],
  ["25x-24&x\\ge2.", [25 * 3 - slope(3), 2]],
  [
    "with $\\mu=1$ and $L$-smooth with $L=25$",
    [(slope(1.9) - slope(1.4)) / 0.5, (slope(0.9) - slope(0.4)) / 0.5],
  ],
  ["round of three points, $2.1159$, $0.6465$ and $-1.8024$", cycle],
  [
    "$\\tfrac{2592}{1225}$, $\\tfrac{792}{1225}$ and $-\\tfrac{2208}{1225}$",
    cycle.flatMap((x) => [Math.abs(x) * 1225, 1225]),
  ],
  [
    "At $\\eta=0.01$ they are up to $0.074$ away from the curve before $\\tau=15$, at $\\eta=0.0001$ up to $0.0075$",
    [0.01, offCurve(0.01), 15, 0.0001, offCurve(0.0001)],
  ],
  ["from step 150 or so the green line", [Math.round(firstRise / 10) * 10]],
  [
    "In the ravine with $\\kappa=25$ the sequence $\\eqref{growing}$ needs 122 steps",
    [25, stays(nesterov({ learningRate: 1 / 25, form: "two-sequence" }), 25)],
  ],
  ["more than the 87 of gradient descent", [gd(25)]],
  [
    "is $2.4\\cdot10^{-6}$ after 500 steps and $2.7\\cdot10^{-8}$ after 1000",
    [...scientific(never.at500), 500, ...scientific(never.at1000), 1000],
  ],
  ["it is $4.4\\cdot10^{-14}$ after 500, and", [...scientific(byValue.at500), 500]],
  ["Below about $10^{-14}$ the two", [10, Math.round(Math.log10(60 * Number.EPSILON))]],
  [
    "stays near $10^{-15}$: nearly all of its restarts (186 in this run)",
    [10, Math.round(Math.log10(byValue.at1000)), byValue.restarts],
  ],
  [
    "It restarts 7 times and comes to $9\\cdot10^{-26}$",
    [bySlope.restarts, ...scientific(bySlope.at1000)],
  ],
  [
    "variance of the position is $0.0460$ in place of momentum's $0.0501$",
    [variance(0.01, 0.9 * (1 - 0.01)), variance(0.01, 0.9)],
  ],
  [
    "At $\\beta=0.99$ momentum's variance is $2.0$ times that of Nesterov's method, at $0.999$ it is 11 times",
    [0.99, calmer(0.99), 0.999, calmer(0.999)],
  ],
  ["learningRate: 1 / 25, beta: 2 / 3, form", [1, 25, 3 * bestBeta(25), 3]],
];

/** Not results: years and the version of a library. */
const AS_GIVEN = new Set(["1983", "2012", "2013", "1.13"]);

describe("the numbers of chapter 7", () => {
  testLedger(text, ledger, AS_GIVEN);

  it("say that the wrong rule grows by its larger root", () => {
    for (const alpha of [0.1, 0.001]) {
      const sizes = backwards(1, alpha, 400);
      expect(sizes[399]! / sizes[398]!).toBeCloseTo(growth(alpha), 9);
    }
  });

  it("say that the ball of the cycle never stands on the soft piece", () => {
    const [right, middle, left] = cycle;
    expect(right).toBeGreaterThan(2);
    expect(Math.max(middle, left)).toBeLessThan(1);
    expect(25 * right - slope(right)).toBeCloseTo(24, 9);
  });

  it("give momentum’s best rate as Nesterov’s β", () => {
    for (const kappa of [4, 25, 100]) {
      expect(bestBeta(kappa)).toBeCloseTo(Math.sqrt(ballBeta(kappa)), 12);
      // The better pair of the fold: the largest root over all curvatures is its rate.
      const root = Math.sqrt(3 * kappa + 1);
      const roots = Array.from({ length: 2001 }, (_, i) =>
        longRun(((1 + (i / 2000) * (kappa - 1)) * 4) / (3 * kappa + 1), (root - 2) / (root + 2)),
      );
      expect(Math.max(...roots)).toBeCloseTo(lessard(kappa).rate, 6);
    }
  });

  it("say that nearly all restarts by value come after the digits have given out", () => {
    expect(bySlope.restarts).toBeLessThan(0.05 * byValue.restarts);
  });

  it("say that both rules restart alike until their digits give out", () => {
    expect(bySlope.at500).toBe(byValue.at500);
  });
});

describe("the exercises of chapter 7", () => {
  it("know where each mistake of the second step comes from", () => {
    const data = allExercises().find(({ id }) => id === "nesterov-two-steps")?.data;
    if (data?.kind !== "number") throw new Error("it asks for a number");
    const at = (form: NesterovForm) =>
      frames(nesterov({ learningRate: 0.1, beta: 0.8, form }), bowl([4]), [1], 2)[2]!;
    const ball = momentum({ learningRate: 0.1, beta: 0.8 });
    const nearer = frames(ball, bowl([4]), [1], 2)[2]!.x[0]!;
    const look = 0.6 - 0.1 * 0.8 * 4;
    const twice = look - 0.1 * at("lookahead").state.v[0]!;
    const wrong = [nearer, at("pytorch").x[0]!, look, twice];
    expect(data.boxes[0]?.mistakes.map(({ value }) => value)).toEqual(
      wrong.map((value) => expect.closeTo(value, 9)),
    );
  });
});
