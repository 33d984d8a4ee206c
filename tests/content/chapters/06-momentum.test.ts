import {
  bowl,
  chain,
  doubleWell1d,
  gradientDescent,
  iterate,
  type Method,
  type MomentumOptions,
  momentum,
  nesterov,
  noisy,
  norm,
  run,
  type State,
  vec,
} from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { type Ledger, testLedger } from "./ledger.ts";
import { rate } from "./momentum-rate.ts";
import { prose } from "./prose.ts";

const text = prose("06-momentum.mdx");

const gdRate = (kappa: number) => (kappa - 1) / (kappa + 1);
const bestRate = (kappa: number) => gdRate(Math.sqrt(kappa));
const bestBeta = (kappa: number) => bestRate(kappa) ** 2;
const bestEta = (kappa: number) => (2 / (Math.sqrt(kappa) + 1)) ** 2;
const saving = (kappa: number) => Math.log(bestRate(kappa)) / Math.log(gdRate(kappa));
/** The κ for which a given β is the best. */
const kappaOf = (beta: number) => ((1 + Math.sqrt(beta)) / (1 - Math.sqrt(beta))) ** 2;
const stepsToShare = (beta: number, share: number) =>
  Math.ceil(Math.log(1 - share) / Math.log(beta));

/** Steps until the distance from (−4, 1) is a thousandth: when it first is, and from when on it stays. */
function count(kappa: number, learningRate: number, beta: number) {
  const start = vec(-4, 1);
  const { frames } = run(momentum({ learningRate, beta }), bowl([1, kappa]), start);
  const far = frames.map(({ x }) => norm(x) > 1e-3 * norm(start));
  return { arrives: far.indexOf(false), stays: far.lastIndexOf(true) + 1 };
}
const gdSteps = (kappa: number) => count(kappa, 2 / (1 + kappa), 0).stays;
const bestSteps = (kappa: number) => count(kappa, bestEta(kappa), bestBeta(kappa)).stays;
const habit = (kappa: number) => count(kappa, 1 / kappa, 0.9);

/** Largest |x| of a run at ηλ from x = 1, at rest, over the start. */
function peak(etaLambda: number, beta: number): number {
  const { frames } = run(momentum({ learningRate: etaLambda, beta }), bowl([1]), [1], {
    steps: 200,
  });
  return Math.max(...frames.map(({ x }) => Math.abs(x[0]!)));
}

function after25(options: MomentumOptions): readonly number[] {
  return [...run(momentum(options), bowl([1, 50]), [-4, 1], { steps: 25 }).frames.at(-1)!.x];
}
const cut = (eta: number) => (k: number) => (k > 20 ? eta / 10 : eta);

const wellEnd = (learningRate: number, beta: number) =>
  run(momentum({ learningRate, beta }), doubleWell1d, [2], { steps: 3000 }).frames.at(-1)!.x[0]!;

const variance = (eta: number, beta: number) =>
  (eta * (1 + beta)) / ((1 - beta) * (2 * (1 + beta) - eta));

function velocity(beta: number, count: number): number {
  let v = 0;
  for (let t = 0; t < count; t++) v = beta * v + 1;
  return v;
}

const row = (kappa: number) => [
  kappa,
  gdRate(kappa),
  bestEta(kappa),
  bestBeta(kappa),
  bestRate(kappa),
  gdSteps(kappa),
  bestSteps(kappa),
];

/** Steps from a start in the ravine until the distance is a share of what it was, and stays below. */
function stays(from: readonly number[], learningRate: number, beta: number, share = 1e-3): number {
  const { frames } = run(momentum({ learningRate, beta }), bowl([1, 25]), from, { steps: 2000 });
  const goal = share * norm(Float64Array.from(from));
  return frames.findLastIndex(({ x }) => norm(x) > goal) + 1;
}

/** Size of the largest entry of the matrix of so many steps at ηλ = 3.6 and β = 0.9. */
function largestEntry(count: number): number {
  const one = [0.9, 1, -3.6 * 0.9, 1 - 3.6];
  const times = ([a, b, c, d]: number[], [e, f, g, h]: number[]) => [
    a! * e! + b! * g!,
    a! * f! + b! * h!,
    c! * e! + d! * g!,
    c! * f! + d! * h!,
  ];
  let all = one;
  for (let t = 2; t <= count; t++) all = times(all, one);
  return Math.max(...all.map(Math.abs));
}

/** The methods of the film of the chain. */
const chainMethods: readonly Method<State>[] = [
  gradientDescent({ learningRate: 0.25 }),
  momentum({ learningRate: 0.25, beta: 0.8 }),
  nesterov({ learningRate: 0.25, beta: 0.8 }),
];

/** The share of its way that a method still has to go after 20 steps on the chain of 60. */
function stillToGo(method: Method<State>): number {
  const { frames } = run<State>(method, chain(60), new Float64Array(60), { steps: 20 });
  const target = Float64Array.from({ length: 60 }, (_, i) => 1 - (i + 1) / 61);
  return norm(target.map((value, i) => value - frames.at(-1)!.x[i]!)) / norm(target);
}

/** Words of the chapter → the numbers in them, recomputed. */
const ledger: Ledger = [
  ["$\\tfrac{12}{13}\\approx0.923$", [12, 13, gdRate(25)]],
  ["(\\theta_1^2+25\\theta_2^2)$", [2, 25, 2]],
  ["curvature is $L=25$; along its floor it is $\\mu=1$", [25, 1]],
  ["condition number $\\kappa=L/\\mu=25$", [25]],
  ["by $1-25\\eta$", [1, 25]],
  ["is $\\eta=\\tfrac{2}{26}$", [2, 1 + 25]],
  ["only after 87 steps", [gdSteps(25)]],
  ["well tuned, needs 24 from", [bestSteps(25)]],
  ["by $1-\\tfrac{25}{9}\\approx-1.78$", [1, 25, 9, 1 - 25 / 9]],
  ["A run of 50000 steps", [50_000]],
  ["The figure has curvatures 1 and 50, $\\eta=0.02$ and $\\beta=0.9$", [1, 50, 0.02, 0.9]],
  [
    "at step 25 it stands at $(1.389,-0.415)$, the others at $(1.088,-0.031)$",
    [
      25,
      ...after25({ learningRate: cut(0.02), beta: 0.9, convention: "classical" }),
      ...after25({ learningRate: cut(0.02), beta: 0.9 }),
    ],
  ],
  ["after step 20 the rate falls", [20]],
  [
    "C with B's rate, $0.02$, crawls, and has come to $\\theta_1=-2.785$ after 25 steps",
    [0.02, after25({ learningRate: 0.02, beta: 0.9, convention: "ewa" })[0]!, 25],
  ],
  [
    "velocity reaches $6.51$ after 10 steps and $9.90$ after 44",
    [velocity(0.9, 10), 10, velocity(0.9, 44), 44],
  ],
  ["Ten steps bring it to $65\\%$", [100 * (1 - 0.9 ** 10)]],
  [
    "$90\\%$ takes 22 steps and $99\\%$ takes 44",
    [90, stepsToShare(0.9, 0.9), 99, stepsToShare(0.9, 0.99)],
  ],
  [
    "At $\\beta=0.999$, $90\\%$ and $99\\%$ take 2302 and 4603 steps",
    [0.999, 90, 99, stepsToShare(0.999, 0.9), stepsToShare(0.999, 0.99)],
  ],
  ["$\\beta=0.5$ the rate is $0.9796$", [0.5, rate(0.01, 0.5)]],
  ["it is $\\beta=0.81$ and the rate is $0.9$", [(1 - Math.sqrt(0.01)) ** 2, rate(0.01, 0.81)]],
  [
    "the rate is $0.9487$ for $\\beta=0.9$ and $0.9950$ for $\\beta=0.99$",
    [rate(0.01, 0.9), 0.9, rate(0.01, 0.99), 0.99],
  ],
  ["the line is at $3.8$; at $3.81$ the rate is $1.0647$", [2 * (1 + 0.9), 3.81, rate(3.81, 0.9)]],
  [
    "at $3.7$, the rate is $0.9487$, but on the way the error first grows to $4.89$ times the start",
    [3.7, rate(3.7, 0.9), peak(3.7, 0.9)],
  ],
  ["| 4 | 0.6 | 0.4444 | 0.1111 | 0.3333 | 14 → 9 |", row(4)],
  ["| 9 | 0.8 | 0.25 | 0.25 | 0.5 | 31 → 14 |", row(9)],
  ["| 25 | 0.9231 | 0.1111 | 0.4444 | 0.6667 | 87 → 24 |", row(25)],
  ["| 50 | 0.9608 | 0.06140 | 0.5658 | 0.7522 | 173 → 35 |", row(50)],
  ["| 100 | 0.9802 | 0.03306 | 0.6694 | 0.8182 | 346 → 51 |", row(100)],
  [
    "$5.1$ at $\\kappa=25$, $10.0$ at $\\kappa=100$. The counts fall less, by $3.6$ and $6.8$. At $\\kappa=25$",
    [
      saving(25),
      25,
      saving(100),
      100,
      gdSteps(25) / bestSteps(25),
      gdSteps(100) / bestSteps(100),
      25,
    ],
  ],
  [
    "after $17.04$ steps, and the run takes 24",
    [Math.log(1e-3) / Math.log(bestRate(25)), bestSteps(25)],
  ],
  ["the best choice for $\\kappa\\approx1442$", [kappaOf(0.9)]],
  ["when $\\kappa\\approx380$", [1 / (1 - Math.sqrt(0.9)) ** 2]],
  [
    "that is $0.9487$, slower than the $0.9231$ of the best gradient descent at $\\kappa=25$",
    [Math.sqrt(0.9), gdRate(25), 25],
  ],
  ["$\\sqrt\\beta<0.9231$, that is, for $\\beta<0.852$", [gdRate(25), gdRate(25) ** 2]],
  [
    "At $\\kappa=25$ the habit first arrives after 103 steps and stays after 130, against 87",
    [25, habit(25).arrives, habit(25).stays, gdSteps(25)],
  ],
  [
    "For $\\kappa=50$ and $100$ it stays after 125 and 124",
    [50, 100, habit(50).stays, habit(100).stays],
  ],
  ["goes from 87 to 173 to 346", [gdSteps(25), gdSteps(50), gdSteps(100)]],
  ["until about $\\kappa=380$", [1 / (1 - Math.sqrt(0.9)) ** 2]],
  ["falls to $0.229$ of a single gradient's", [Math.sqrt((1 - 0.9) / (1 + 0.9))]],
  ["SGD at $\\eta=0.1$ hovers with variance $0.0526$", [0.1, variance(0.1, 0)]],
  ["has $0.0501$", [variance(0.01, 0.9)]],
  ["has $0.5135$, about ten times as much", [variance(0.1, 0.9)]],
  [
    "SGD has $1.00$ and momentum with $\\beta=0.9$ only $0.51$",
    [variance(1, 0), 0.9, variance(0.1, 0.9)],
  ],
  [
    "a good minimum at $x=-1.3008$ and a poor one at $x=1.1309$",
    [wellEnd(0.01, 0.9), wellEnd(0.01, 0)],
  ],
  ["$\\kappa=25$, and counts", [25]],
  ["now at the rate $0.742$", [rate(25 * 0.111, 0.44)]],
  [
    "after 130 steps with $\\beta=0.9$ and after 32 with $\\beta=0.66$; with twice the $\\eta$ and $\\beta=0.55$, after 19",
    [
      count(25, 1 / 25, 0.9).stays,
      0.9,
      count(25, 1 / 25, 0.66).stays,
      0.66,
      0.55,
      count(25, 2 / 25, 0.55).stays,
    ],
  ],
  ["the size $3.24$ for one step and $6.45$ for three", [largestEntry(1), largestEntry(3)]],
  [
    "after 20 steps gradient descent still has $0.923$ of its way to go, the heavy ball and Nesterov $0.830$ and $0.831$",
    [20, ...chainMethods.map(stillToGo)],
  ],
  ["$\\beta=0.48$ needs 17 steps", [0.48, stays([-4, 1], 0.111, 0.48)]],
  ["In a chain of 60, after 10 steps 50 coordinates have not moved", [60, 10, untouched(60, 10)]],
  ["with curvature 25 or 1", [25, 1]],
];

/** Not a result: a version of PyTorch. */
const AS_GIVEN = new Set(["1.13"]);

describe("the numbers of chapter 6", () => {
  testLedger(text, ledger, AS_GIVEN);

  it("say that the same slip, the other way round, diverges", () => {
    const { outcome, frames } = run(
      momentum({ learningRate: 0.2, beta: 0.9 }),
      bowl([1, 50]),
      [-4, 1],
    );
    expect(outcome.kind === "diverged" || norm(frames.at(-1)!.x) > 1e100).toBe(true);
  });

  it("say that a run of 50,000 steps measures the variances to better than a tenth", () => {
    for (const [eta, beta] of [
      [0.1, 0],
      [0.01, 0.9],
      [0.1, 0.9],
    ] as const) {
      const noisyLine = noisy(bowl([1]), { sigma: 1, seed: 6 });
      let sum = 0;
      for (const { k, x } of iterate(momentum({ learningRate: eta, beta }), noisyLine, [0], {
        steps: 50_000,
      })) {
        if (k > 1000) sum += x[0]! ** 2;
      }
      expect(Math.abs(sum / 49_000 / variance(eta, beta) - 1)).toBeLessThan(0.1);
    }
  });

  it("say that beyond κ = 380 the habit falls behind again", () => {
    const behind = (kappa: number) => habit(kappa).stays / bestSteps(kappa);
    expect(behind(380)).toBeLessThan(behind(100));
    expect(behind(700)).toBeGreaterThan(behind(380));
  });

  it("say what rounding the best pair costs, and that more memory wins a short race only", () => {
    expect(stays([-4, 1], 0.111, 0.44) - stays([-4, 1], 1 / 9, 4 / 9)).toBe(2);
    // Both double roots have parted into real ones, and the wall is the slower.
    for (const p of [0.111, 25 * 0.111]) expect((1.44 - p) ** 2).toBeGreaterThan(4 * 0.44);
    expect(rate(0.111, 0.44)).toBeLessThan(rate(25 * 0.111, 0.44));
    const race = (share: number) =>
      [0.44, 0.45, 0.46, 0.48, 0.5].map((beta) => stays([-4, 1], 0.111, beta, share));
    const [best, near, next, more, most] = race(1e-100);
    expect(near).toBeLessThan(next!);
    expect(next).toBeLessThan(more!);
    expect(more).toBeLessThan(most!);
    expect(near).toBeLessThan(best!);
    for (const share of [1e-3, 1e-100])
      expect(stays([-4, 0], 0.12, 0.43, share)).toBeLessThan(stays([-4, 0], 1 / 9, 4 / 9, share));
  });

  it("say that many steps in one can grow before they fade, at ηλ = 3.6 and β = 0.9", () => {
    expect(rate(3.6, 0.9)).toBeLessThan(1);
    const sizes = Array.from({ length: 60 }, (_, t) => largestEntry(t + 1));
    expect(Math.max(...sizes)).toBe(sizes[2]);
    // It ripples: each crest is lower than the one before.
    const crests = sizes.filter(
      (size, t) => t > 0 && size > sizes[t - 1]! && size > (sizes[t + 1] ?? size),
    );
    expect(crests.length).toBeGreaterThan(5);
    expect(crests).toEqual(crests.toSorted((a, b) => b - a));
    expect(largestEntry(60)).toBeLessThan(largestEntry(1) / 10);
  });

  it("say that the front moves by one coordinate per step with each of three methods", () => {
    for (const method of chainMethods) {
      const { frames } = run<State>(method, chain(60), new Float64Array(60), { steps: 30 });
      for (const { k, x } of frames) expect(x.filter((entry) => entry !== 0)).toHaveLength(k);
    }
  });

  it("say that a floor step gains on a wall step nineteen times at β = 0.9", () => {
    expect((1 + 0.9) / (1 - 0.9)).toBeCloseTo(19, 9);
  });

  it("say that Lessard's function cycles through three points at η = 1/9, β = 4/9", () => {
    const slope = (x: number) => (x < 1 ? 25 * x : x < 2 ? x + 24 : 25 * x - 24);
    const objective = { dim: 1, value: () => 0, gradient: (x: Float64Array) => x.map(slope) };
    const { frames } = run(momentum({ learningRate: 1 / 9, beta: 4 / 9 }), objective, [3.3], {
      steps: 300,
    });
    const [a, b, c, again] = frames.slice(-4).map(({ x }) => x[0]!);
    expect(again).toBeCloseTo(a!, 9);
    expect(Math.abs(a! - b!)).toBeGreaterThan(1);
    expect(Math.abs(b! - c!)).toBeGreaterThan(1);
  });

  it("say which β cross the hill of the double well and which come back", () => {
    for (const beta of [0, 0.5, 0.8]) expect(wellEnd(0.01, beta)).toBeGreaterThan(1);
    for (const beta of [0.9, 0.95]) expect(wellEnd(0.01, beta)).toBeLessThan(-1);
    for (const beta of [0.8, 0.9]) expect(wellEnd(0.02, beta)).toBeLessThan(-1);
    expect(wellEnd(0.02, 0.95)).toBeGreaterThan(1);
  });
});

/** Coordinates of chain(n) still exactly at rest after so many steps. */
function untouched(n: number, count: number): number {
  const { frames } = run(
    momentum({ learningRate: 0.5, beta: 0.8 }),
    chain(n),
    new Float64Array(n),
    {
      steps: count,
    },
  );
  return frames.at(-1)!.x.filter((entry) => entry === 0).length;
}
