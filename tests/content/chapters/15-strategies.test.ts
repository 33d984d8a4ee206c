import { bowl, delayedRateLimit, gradientDescent, iterate, noisy } from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { workersFields } from "#components/widgets/digits-workers/state.ts";
import { storedEndings } from "#components/widgets/digits-workers/stored.ts";
import { course, stopping } from "#components/widgets/early-stopping/model.ts";
import { optimum, restingPoint } from "#components/widgets/local-steps/model.ts";
import { estimates, sortedLimit } from "#components/widgets/order-matters/model.ts";
import { initialState } from "#components/widgets/url-state.ts";
import { type Ledger, testLedger } from "./ledger.ts";
import { prose } from "./prose.ts";
import {
  cliff,
  crossings,
  hovering,
  shareLost,
  stepsToLeave,
  successes,
  throughTen,
} from "./strategies-runs.ts";

const text = prose("15-strategies.mdx");

/** The simulated losses; tests/components/widgets/digits-workers.test.ts recomputes them. */
const ending = (mode: string, workers: number) =>
  storedEndings(initialState(workersFields)).find(
    (one) => one.mode === mode && one.workers === workers,
  )!.loss;
const floor = (eta: number, b: number) => eta / (b * (2 - eta));

/** Mean and deviation of the last estimate over 200 seeds. */
function spread(order: "shuffled" | "curriculum"): readonly [mean: number, deviation: number] {
  const ends = Array.from({ length: 200 }, (_, i) => estimates(order, 0.05, i + 1).at(-1)!);
  const mean = ends.reduce((sum, end) => sum + end, 0) / ends.length;
  const squares = ends.reduce((sum, end) => sum + (end - mean) ** 2, 0);
  return [mean, Math.sqrt(squares / (ends.length - 1))];
}
const [shuffled, curriculum] = [spread("shuffled"), spread("curriculum")];

const { training, validation } = course();
const [impatient, patient] = [stopping(validation, 5), stopping(validation, 10)];
const stepOf = (look: number) => 100 * (look + 1);
const signal = throughTen(0.1);
const clipped = cliff(true);

/** Words of the chapter → the numbers in them, recomputed. */
const ledger: Ledger = [
  [
    "The network has 64 inputs, 32 hidden units and 10 outputs, together 2410 parameters. It learns 1500 images",
    [64, 32, 10, 32 * 65 + 10 * 33, 1500],
  ],
  ["297 others are held out", [1797 - 1500]],
  ["and 16 images a gradient", [initialState(workersFields).b]],
  [
    "One worker ends at $0.0697$. Four synchronous workers whose rate is four times as large end at $0.0681$",
    [ending("synchronous", 1), ending("synchronous", 4)],
  ],
  ["and four asynchronous ones at $0.0724$", [ending("asynchronous", 4)]],
  [
    "$38.5$ and $25.9$, where a network that has learned nothing has $\\ln10=2.30$",
    [ending("synchronous", 8), ending("asynchronous", 8), 10, Math.log(10)],
  ],
  ["| $0.1$  | 1   | $0.0526$ |", [0.1, 1, floor(0.1, 1)]],
  ["| $0.4$  | 4   | $0.0625$ |", [0.4, 4, floor(0.4, 4)]],
  ["| $1.6$  | 16  | $0.2500$ |", [1.6, 16, floor(1.6, 16)]],
  ["(eight workers had $2.4$)", [8 * initialState(workersFields).eta]],
  [
    "Eight of them lose $32.8$ % of what they write into five numbers, $11.0$ % with twenty numbers, $2.6$ % with a hundred",
    [5, 20, 100].map((numbers) => 100 * shareLost(8, numbers)),
  ],
  [
    "$0.445$ for four asynchronous workers and $0.209$ for eight",
    [delayedRateLimit(3), delayedRateLimit(7)],
  ],
  ["and $0.36$ does not", [0.36]],
  [
    "$0.347$ for $\\tau=4$, $0.185$ for 8, $0.0952$ for 16",
    [delayedRateLimit(4), 4, delayedRateLimit(8), 8, delayedRateLimit(16), 16],
  ],
  ["a variance of about $0.013$", [hovering(10).average]],
  [
    "is at $\\frac1{11}=0.0909$. $H=2$ ends at $0.115$, $H=5$ at $0.189$, $H=100$ at $0.499$",
    [1, 11, optimum, 2, restingPoint(2), 5, restingPoint(5), 100, restingPoint(100)],
  ],
  [
    "with $H=10$ from $0.287$ at $\\eta=0.05$ to $0.128$ at $0.01$",
    [10, restAt(10, 0.05), 0.05, restAt(10, 0.01), 0.01],
  ],
  ["it ends at $81.60$", [sortedLimit(0.05)]],
  [
    "lags $\\frac{1-\\eta}{\\eta}=19$ behind a straight line, here behind 100",
    [1, 0.95 / 0.05, 100],
  ],
  [
    "would begin the epoch at $-19$; it begins at $81.60$, and $0.95^{100}=0.0059$ of the difference is left, $0.60$",
    [-0.95 / 0.05, sortedLimit(0.05), 0.95, 100, 0.95 ** 100, sortedLimit(0.05) - 81],
  ],
  [
    "it ends at $50.2$ in the mean over 200 seeds, with a standard deviation of $3.8$",
    [shuffled[0], 200, shuffled[1]],
  ],
  ["it is $50.5$ and $3.4$", curriculum],
  ["in theory both have $50.5$ and $3.6$", [50.5, shuffledDeviation(0.05)]],
  [
    "From the start $w=2$, 7 of 40 runs find it with all points from the beginning, and all 40 with a pool",
    [2, successes("all", 2), 40, successes("growing", 2)],
  ],
  ["From $w=8$ it is 4 against 40", [8, successes("all", 8), successes("growing", 8)]],
  [
    "and 6 find it; growing half as fast, all 40",
    [successes("growing", 1), successes("slowly", 1)],
  ],
  [
    "With variance 1 the signal grows from $1.10$ to $1.02\\cdot10^{10}$",
    [1, signal[0], throughTen(1)[1] / 1e10, 10, 10],
  ],
  ["it stays about what it was, $1.02$", [signal[1]]],
  ["With a quarter of that it shrinks to $0.00099$", [throughTen(0.05)[1]]],
  ["Without it, $\\ln2=0.693$", [2, Math.log(2)]],
  ["With batches of 32", [32]],
  [
    "Its validation error is $0.1267$ at the first look, after 100 steps, and has its least value, $0.1049$, after 13800",
    [validation[0]!, 100, Math.min(...validation), stepOf(patient.best)],
  ],
  [
    "stops at step 600 and keeps the weights of step 100",
    [stepOf(impatient.stop), stepOf(impatient.best)],
  ],
  ["and stops at 14800", [stepOf(patient.stop)]],
  [
    "after 200000 steps, the error is $0.1656$, while the training error went on falling to $0.0429$",
    [stepOf(validation.length - 1), validation.at(-1)!, training.at(-1)!],
  ],
  ["they are never farther apart than $0.204$", [largestGap()]],
  ["leave the saddle after 32 steps", [stepsToLeave(0.3)]],
  ["at $c=100$ ten of thirty cross", [100]],
  ["goes from $1.2$ to $-482$", [1.2, cliff(false)[1]!]],
  [
    "between $0.9602$ and $0.9702$, with the minimum at $0.9659$ in between: the curvature there is 214",
    [clipped[400]!, clipped[399]!, 0.5 ** (1 / 20), 2 * (20 * 0.5 ** (19 / 20)) ** 2],
  ],
  ["a turn by 39 degrees", [((Math.PI / 4 - Math.atan2(1, 10)) * 180) / Math.PI]],
];

/** Where workers of the curvatures 1 and 10 come to rest, the first with its minimum at 1. */
function restAt(H: number, eta: number): number {
  const [one, ten] = [1 - (1 - eta) ** H, 1 - (1 - 10 * eta) ** H];
  return one / (one + ten);
}

/** Deviation of the estimate after a shuffled epoch: a weighted sum of draws without replacement. */
function shuffledDeviation(eta: number): number {
  const weights = Array.from({ length: 100 }, (_, k) => eta * (1 - eta) ** k);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight ** 2, 0);
  return Math.sqrt(((100 * 101) / 12) * (squares - sum ** 2 / 100));
}

/** 1 − e^(−s) against s/(1 + s). */
function largestGap(): number {
  let gap = 0;
  for (let s = 0; s < 50; s += 0.001) gap = Math.max(gap, Math.abs(1 - Math.exp(-s) - s / (1 + s)));
  return gap;
}

/** Not results of ours: settings, numbers of chapters and footnotes, what papers report. */
const AS_GIVEN = new Set(["100", "16", "256", "8192", "2012", "2015", "2016", "2017", "2018"]);

describe("the numbers of chapter 15", () => {
  testLedger(text, ledger, AS_GIVEN);

  it("say that the variance of the floor is that of a run", () => {
    const objective = noisy(bowl([1]), { sigma: 1, seed: 1 });
    let [sum, count] = [0, 0];
    for (const { k, x } of iterate(gradientDescent({ learningRate: 0.4 }), objective, [0], {
      steps: 20_000,
    }))
      if (k > 100) {
        sum += x[0]! ** 2;
        count++;
      }
    // A batch of one: four times the variance of the table's row.
    expect(Math.abs(sum / count / (4 * floor(0.4, 4)) - 1)).toBeLessThan(0.05);
  });

  it("say that the average of four workers does not feel the period, and one worker does", () => {
    const [often, seldom] = [hovering(1, 8000), hovering(100, 8000)];
    expect(seldom.average).toBeCloseTo(often.average, 10);
    expect(seldom.one).toBeGreaterThan(3 * often.one);
    expect(Math.abs(often.average / (0.1 / (4 * 1.9)) - 1)).toBeLessThan(0.15);
  });

  it("say that the exact limit comes near π/(2τ + 1)", () => {
    for (const tau of [4, 8, 16])
      expect(Math.abs(delayedRateLimit(tau) / (Math.PI / (2 * tau + 1)) - 1)).toBeLessThan(0.01);
    expect(delayedRateLimit(0)).toBeCloseTo(2, 12);
    expect(delayedRateLimit(1)).toBeCloseTo(1, 12);
  });

  it("say that without noise no run leaves the saddle, and that none crosses at c = 0.3 where ten do at 100", () => {
    expect(stepsToLeave(0)).toBe(Number.POSITIVE_INFINITY);
    expect(crossings(0.3)).toBe(0);
    expect(crossings(100)).toBe(10);
  });

  it("say that some points from all help the growing pool at w = 1 and hinder it at w = 2", () => {
    expect(successes("mixed", 1)).toBeGreaterThan(successes("growing", 1));
    expect(successes("mixed", 2)).toBeLessThan(successes("growing", 2));
  });

  it("say that nothing is lost when adding is one act", () => {
    expect(Math.abs(shareLost(8, 20, true))).toBeLessThan(0.004);
  });

  it("say that a curvature of 1 would explain how four and eight workers ended", () => {
    const { eta } = initialState(workersFields);
    expect([4 * eta < 2, 8 * eta < 2]).toEqual([true, false]);
    expect([eta < delayedRateLimit(3), eta < delayedRateLimit(7)]).toEqual([true, false]);
  });

  it("say that roots cross the circle outwards only", () => {
    for (const tau of [1, 4, 8, 16])
      for (let n = 0; n <= tau / 2; n++) {
        const phi = (Math.PI / 2 + 2 * Math.PI * n) / (tau + 0.5);
        // The real part of z/(1 − z) on the circle.
        const real = (Math.cos(phi) - 1) / (2 - 2 * Math.cos(phi));
        expect(tau - real).toBeGreaterThan(0);
      }
  });

  it("say that free descent over the cliff diverges and the clipped run takes no step longer than 0.01", () => {
    expect(cliff(false).length).toBeLessThan(10);
    for (let t = 1; t < clipped.length; t++)
      expect(Math.abs(clipped[t]! - clipped[t - 1]!)).toBeLessThanOrEqual(0.01 + 1e-15);
  });
});
