import {
  chanceOfTopShare,
  constantRate,
  logRange,
  searchSpace,
  successiveHalving,
  trialsForTopShare,
} from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { bayesianModel, bestAfter, lossAt } from "#components/widgets/bayesian-search/model.ts";
import { frozenModel, wholeTravel } from "#components/widgets/frozen-recursion/model.ts";
import { gridOf, record, SEARCHES } from "#components/widgets/grid-or-random/model.ts";
import { epochsOf, winnerOf } from "#components/widgets/live-search/model.ts";
import { heldOut, network, startOf, trained } from "#components/widgets/moons-network/training.ts";
import { constantRateLoss, EPOCHS, MEMBERS, ROUNDS } from "#components/widgets/population/model.ts";
import { SEEDS, STEPS, scheduleOf, studioRun } from "#components/widgets/schedule-studio/model.ts";
import { SCHEDULE_IDS } from "#components/widgets/schedule-studio/schedules.ts";
import { initialShape } from "#components/widgets/schedule-studio/state.ts";
import {
  afterRound,
  HIGHEST,
  STEPS_PER_ROUND,
  trainWith,
  twoWorkers,
  ROUNDS as WORKER_ROUNDS,
} from "#components/widgets/two-workers/model.ts";
import { copies } from "#components/widgets/two-workers/words.ts";
import {
  afterTraining,
  alone,
  asked,
  best,
  bestOf,
  both,
  constant,
  continued,
  exactLoss,
  exponential,
  fast,
  finalQ,
  fixed,
  floorLoss,
  grid,
  halving,
  high,
  last,
  line,
  low,
  lowCosine,
  lowestR,
  meanLoss,
  midpoints,
  misprint,
  nearerAnywhere,
  peakAt,
  random,
  rangeTest,
  restarts,
  search,
  sharpness,
  studio,
  test200,
  tooFast,
} from "./14-schedules-runs.ts";
import { type Ledger, testLedger } from "./ledger.ts";
import { prose } from "./prose.ts";

const text = prose("14-schedules.mdx");

const ledger: Ledger = [
  [
    "noise of variance 1 in each coordinate of the gradient, 500 steps long, and averaged over 400 runs",
    [1, STEPS, SEEDS],
  ],
  ["+20\\theta_2^2)$ from $(-8,1.5)$", [20, 2, -8, 1.5]],
  ["by default in PyTorch for $30\\%$ of the run", [100 * peakAt]],
  ["within 50 steps and then stays where it is, at $0.258$ in the end", [50, last(high.losses)]],
  ["comes down to $0.0112$, but needs 250 steps for it", [last(low.losses), 250]],
  ["ends at $0.00162$", [last(exponential.losses)]],
  [
    "that makes $0.249$, for $\\eta=0.02$ it makes $0.0113$",
    [floorLoss(0.09), 0.02, floorLoss(0.02)],
  ],
  [
    "has the travel 45. The exponential one has $8.98$",
    [last(high.travel), last(exponential.travel)],
  ],
  ["$e^{-8.98}$ is about one eight-thousandth", [-last(exponential.travel)]],
  [
    "has $1.249$, keeps more than a quarter of the distance, and ends at a loss of $2.40$",
    [last(misprint.travel), last(misprint.losses)],
  ],
  [
    "The best constant rate for these 500 steps is $0.011$, and it ends at $0.0062$",
    [STEPS, 0.011, last(best.losses)],
  ],
  ["With $e^{-20}$ in place of $e^{-5}$ the loss ends at $0.29$", [-20, -5, last(tooFast.losses)]],
  [
    "is proportional to $\\eta$ ($0.09$ is not small: $\\eta\\curvature{\\lambda}=1.8$)",
    [0.09, 0.09 * 20],
  ],
  ["of 500 steps, and of these parameters", [STEPS]],
  ["a cosine from $0.03$ ends at $0.0022$", [0.03, last(lowCosine.losses)]],
  [
    "Here it ends at $0.0078$, above the cosine's $0.0032$",
    [last(studio("wsd", 0.2).losses), last(studio("cosine").losses)],
  ],
  [
    "In the figure $d=\\frac5{500}=0.01$, and the sum is $9.05$, of which $8.98$ fall in the first 500 steps",
    [5, STEPS, 5 / STEPS, 0.09 / (1 - Math.exp(-0.01)), last(exponential.travel), STEPS],
  ],
  [
    "it is $0.0298\\eta_0$ at $n=10$, where $0.5\\eta_0$ was meant",
    [frozenModel(0.1).recursion.rates[10]!, 10, 0.5],
  ],
  [
    "After 30 epochs the network that we train below has the loss $0.2659$ on points held out with plain descent at the rate $0.1$, and at $0.2662$ with $\\beta=0.9$ at $0.01$",
    [30, afterTraining("SGD", 0.1), 0.1, afterTraining("momentum", 0.01), 0.9, 0.01],
  ],
  ["at $n=20$, where $0.333\\eta_0$ was meant", [20, frozenModel(0.1).meant.rates[20]!]],
  ["e\\eta_0=2.718\\eta_0$", [Math.E]],
  [
    "For $d=0.1$ it is $5.33\\eta_0$, for $d=0.01$ it is $13.88\\eta_0$",
    [0.1, wholeTravel(0.1), 0.01, wholeTravel(0.01)],
  ],
  ["is 300 at the start, and below 3 once $|\\theta|<1$", [3 * 10 ** 2, 3, 1]],
  [
    "$0.02$ at the start, 2 at $|\\theta|=1$. (On a parabola it would be $2/300$",
    [2 / 10 ** 2, 2 / 1 ** 2, 1, 2, 3 * 10 ** 2],
  ],
  [
    "with $D=512$ and $w=4000$ the highest rate is $0.00070$",
    [512, 4000, 512 ** -0.5 * 4000 ** -0.5],
  ],
  ["from $0.007$ to more than $0.2$", [restarts.losses[125]!, 0.2]],
  ["200 points in two interlocking half circles", [trained.X.length]],
  ["Batches have 20 points, so that an epoch has ten updates", [20]],
  ["lowest at the rate $3.5$, and by 10 it has shot up", [test200.lowest, 10]],
  [
    "With 300 updates in place of 200 the lowest point lies at $2.3$, with 100 at $3.9$",
    [300, 200, rangeTest(300).lowest, 100, rangeTest(100).lowest],
  ],
  [
    "Here $\\curvature{\\lambda}_{\\max}=0.626$ and the ceiling is $3.2$",
    [sharpness(startOf(1)), 2 / sharpness(startOf(1))],
  ],
  [
    "after 30 epochs the loss on points held out is $0.194$ at $0.35$ and $0.084$ at $1.2$, but $0.013$ at 6",
    [30, afterTraining("SGD", 0.35), 0.35, afterTraining("SGD", 1.2), 1.2, fast.losses[30]!, 6],
  ],
  ["from $0.845$ to $1.606$ after one epoch", [fast.losses[0]!, fast.losses[1]!]],
  [
    "after 30 epochs it is down at $0.013$, at a curvature of $0.095$, for which the ceiling is 21",
    [30, fast.losses[30]!, sharpness(fast.x), 2 / sharpness(fast.x)],
  ],
  ["From $\\beta=0.9$ to $0.99$ is as far as from $0.99$ to $0.999$", [0.9, 0.99, 0.99, 0.999]],
  ["five values of four parameters are already 625", [5 ** 4]],
  ["misses it by $0.1333$, always", [gridOf(0).best.score]],
  [
    "misses it by $0.0500$ on average and comes nearer than the grid in $93.9\\%$",
    [(1 - 0.4 ** 10) / 20 + 0.4 ** 10 / 10, 100 * (1 - (1 - 4 / 15) ** 9)],
  ],
  [
    "nearer in $69\\%$ of all cases where only $x$ matters, and in $34\\%$",
    [100 * nearerAnywhere(0), 100 * nearerAnywhere(1)],
  ],
  ["-0.7=\\frac2{15}$", [-0.7, 2, 15]],
  ["$1-(1-\\frac4{15})^9=0.939$", [1, 1, 4, 15, 9, 1 - (1 - 4 / 15) ** 9]],
  ["which is $0.0500$", [(1 - 0.4 ** 10) / 20 + 0.4 ** 10 / 10]],
  ["\\frac{1-0.4^{10}}{20}", [1, 0.4, 10, 20]],
  [
    "For $q=5\\%$ and a probability of $95\\%$ it takes $K\\ge\\ln0.05/\\ln0.95=58.4$, so 59",
    [5, 95, 0.05, 0.95, Math.log(0.05) / Math.log(0.95), trialsForTopShare(0.05, 0.95)],
  ],
  ["Nine trials of 30 epochs cost 270 epochs", [30, epochsOf(grid)]],
  [
    "from $10^{-4}$ to 10 finds the loss $0.0275$; random search with its first draws finds $0.0204$, at the rate $0.40$",
    [10, -4, 10, bestOf(grid).score, bestOf(random).score, bestOf(random).values.learningRate],
  ],
  ["the loss on 200 *held-out* points", [heldOut.X.length]],
  [
    "27 settings for 2 epochs, 9 for 6, 3 for 18, one for 54, together 216 epochs, or 162 if each training is continued and not begun anew. It looks at 27 rates",
    [27, 2, 9, 6, 3, 18, 54, epochsOf(halving), continued, 27],
  ],
  ["the price of four trainings of 54 epochs", [epochsOf(halving) / 4]],
  [
    "the rate $0.40$, best in the random search, whose nine draws are the first of the 27",
    [bestOf(random).values.learningRate, 27],
  ],
  ["the rate $0.078$, with a loss of $0.109$", [0.07806, meanLoss(0.07806300296, 486)]],
  [
    "Trained to the end, $0.0107$ would have been best among the 27, at $0.0066$",
    [0.010734, 27, meanLoss(0.0107339465, 486)],
  ],
  ["Its lowest value is $0.1247$ at $r=-1.617$", [lossAt(lowestR), lowestR]],
  [
    "asks $-1.935$, then $-1.325$, then $-3.12$, and its seventh trial in all, at $-1.61$, has $0.1247$",
    [...[3, 4, 5, 6].map((i) => asked[i]!.values.r), asked[6]!.score],
  ],
  ["Grids of 6 and 12 midpoints reach $0.236$ and $0.159$", [6, 12, midpoints(6), midpoints(12)]],
  [
    "after twelve trials the best is still $0.218$",
    [bestAfter(bayesianModel(2).trials, 12)!.score],
  ],
  [
    "There are 20 rounds of ten steps at the rate $0.01$, and where $h$ may change, it stays between 0 and $1.5$",
    [WORKER_ROUNDS, (1 - trainWith([1, 0], { h0: 1, h1: 0 }, 1)[0]) / 2, 0, HIGHEST],
  ],
  ["both end at $Q=0.390$", [finalQ("neither")[0]!]],
  ["both end above $1.169$", [Math.min(...finalQ("exploit"))]],
  [
    "100 different seeds end between $1.116$ and $1.1999$, with a median of $1.193$",
    [both.length, both[0]!, both[99]!, both[50]!],
  ],
  ["has a median of $1.167$ and a worst case of $0.767$", [alone[50]!, alone[0]!]],
  [
    "A fixed $h=(1,1)$ reaches $1.1995$, and $(1.5,1.5)$, a corner of the range, $1.2000$, in the same 200 steps",
    [1, 1, fixed(1), 1.5, 1.5, fixed(1.5), 200],
  ],
  [
    "from $4.9$ to $2.3$, and ends at a loss of $0.022$",
    [line[0]!.values.learningRate, last(line).values.learningRate, last(line).score],
  ],
  [
    "The constant rate 6, for the same 30 epochs of one network, reaches $0.0134$",
    [6, ROUNDS * EPOCHS, constantRateLoss(6)],
  ],
  ["a loss that has been selected by 150 times", [MEMBERS * ROUNDS]],
  ["the same 33 parameters", [network.dim]],
];

describe("the numbers of chapter 14", () => {
  testLedger(text, ledger);

  it("say that the recursion is at 4.1·10⁻⁶ at n = 20, and goes on for ever without going farther", () => {
    expect(frozenModel(0.1).recursion.rates[20]! / 4.1e-6).toBeCloseTo(1, 2);
    expect(wholeTravel(1)).toBeCloseTo(Math.E, 12);
  });

  it("say that the floor is reached within 50 steps at 0.09 and 250 at 0.02", () => {
    expect(high.losses[50]! / last(high.losses)).toBeLessThan(1.2);
    expect(low.losses[250]! / last(low.losses)).toBeLessThan(1.2);
    expect(low.losses[125]! / last(low.losses)).toBeGreaterThan(2);
  });

  it("say that no constant rate does better than 0.011, and that the exponential is nearly four times as good", () => {
    for (const rate of [0.005, 0.009, 0.01, 0.0105, 0.0115, 0.012, 0.013, 0.02, 0.05])
      expect(last(constant(rate).losses)).toBeGreaterThan(last(best.losses));
    expect(last(best.losses) / last(exponential.losses)).toBeGreaterThan(3.6);
    expect(last(best.losses) / last(exponential.losses)).toBeLessThan(4);
  });

  it("say that too fast a decay is worse than the constant 0.09, and a part of e^-8.98 is left", () => {
    expect(last(tooFast.losses)).toBeGreaterThan(last(high.losses));
    expect(Math.round(Math.exp(last(exponential.travel)) / 1000)).toBe(8);
    expect(Math.exp(-last(misprint.travel))).toBeGreaterThan(0.25);
  });

  it("say that a warm-up costs a little on the bowl", () => {
    const warmed = last(studio("exponential", 5, 50).losses) / last(exponential.losses);
    expect(warmed).toBeGreaterThan(1);
    expect(warmed).toBeLessThan(1.2);
  });

  it("say what a restart does to the loss within a few steps", () => {
    expect(restarts.losses[130]).toBeGreaterThan(0.2);
    expect(restarts.losses[249]).toBeLessThan(0.01);
  });

  it("say that the smoothed loss of the range test has shot up at the rate 10", () => {
    const at10 = test200.rows.find(({ eta }) => eta >= 10)!;
    expect(at10.loss).toBeGreaterThan(5 * Math.min(...test200.rows.map(({ loss }) => loss)));
  });

  it("say that a random search comes nearer about six times in ten where both settings matter", () => {
    expect(Math.round(record(1).wins / 100)).toBe(6);
    expect(record(0).wins / SEARCHES).toBeCloseTo(0.939, 1);
  });

  it.each(["grid", "random"] as const)(
    "say that the winner up to 0.01 is the largest rate tried: %s",
    (strategy) => {
      const narrow = search(strategy, "low");
      const { trial, atEdge } = winnerOf(narrow, "low")!;
      expect(atEdge).toBe(true);
      expect(trial.values.learningRate).toBe(
        Math.max(...narrow.map(({ values }) => values.learningRate)),
      );
      if (strategy !== "grid") return;
      expect(trial.score / bestOf(grid).score).toBeGreaterThan(9.5);
      expect(trial.score / bestOf(grid).score).toBeLessThan(10);
    },
  );

  it("say that the averages of 400 runs lie within a tenth of the exact means", () => {
    const schedules = [
      ...SCHEDULE_IDS.map((id) => scheduleOf(id, 0.09, initialShape(id), 0)),
      ...[0.02, 0.011].map((rate) => constantRate({ learningRate: rate })),
      scheduleOf("exponential", 0.09, 20, 0),
      scheduleOf("cosine", 0.03, 0, 0),
    ];
    for (const schedule of schedules) {
      const ratio = last(studioRun(schedule).losses) / exactLoss(schedule);
      expect(Math.abs(ratio - 1)).toBeLessThan(0.1);
    }
  });

  it("say that the exponential's parameter is near its best", () => {
    const own = exactLoss(scheduleOf("exponential", 0.09, initialShape("exponential"), 0));
    for (let dT = 0.5; dT <= 20; dT += 0.5)
      expect(exactLoss(scheduleOf("exponential", 0.09, dT, 0))).toBeGreaterThan(0.97 * own);
  });

  it("say that the factor at n = 50 is nearly 24 powers of ten", () => {
    const { recursion, meant } = frozenModel(0.1);
    expect(Math.log10(meant.rates[50]! / recursion.rates[50]!)).toBeCloseTo(23.8, 1);
  });

  it("say that a step on the quartic shrinks only below 2/θ²", () => {
    const moved = (eta: number) => Math.abs(10 - eta * 10 ** 3);
    expect(moved(0.0199)).toBeLessThan(10);
    expect(moved(0.0201)).toBeGreaterThan(10);
  });

  it("say that halving and random search begin with the same nine draws", () => {
    const rates = (trials: typeof grid) =>
      trials.slice(0, 9).map(({ values }) => values.learningRate);
    expect(rates(halving)).toEqual(rates(random));
  });

  it("say that two workers copy after each of 20 rounds of ten steps but the last, ties too", () => {
    expect(STEPS_PER_ROUND).toBe(10);
    const trials = twoWorkers("exploit", 1);
    expect(copies(trials, WORKER_ROUNDS)).toBe(WORKER_ROUNDS - 1);
    const [first, second] = afterRound(trials, 1);
    expect(first!.score).toBe(second!.score);
    expect(afterRound(trials, 2).map(({ parent }) => parent)).toEqual([first!.index, first!.index]);
  });

  it("say that the halving drops the rate 0.40 after the first rung", () => {
    const { learningRate } = bestOf(random).values;
    const tries = halving.filter(({ values }) => values.learningRate === learningRate);
    expect(tries.map(({ epochs }) => epochs)).toEqual([2]);
  });

  it("say what the halving of the cell chooses and overlooks, at a seventh of the steps", () => {
    const space = searchSpace({ learningRate: logRange(0.001, 0.09) });
    const {
      best: chosen,
      trials,
      spent,
    } = successiveHalving(({ learningRate }, budget) => meanLoss(learningRate, budget), space, {
      settings: 27,
      minBudget: 18,
      seed: 1,
    });
    expect(chosen.values.learningRate).toBeCloseTo(0.07806300296, 9);
    expect(Math.round((27 * 486) / spent)).toBe(7);
    const full = trials
      .filter(({ rung }) => rung === 0)
      .toSorted(
        (a, b) => meanLoss(a.values.learningRate, 486) - meanLoss(b.values.learningRate, 486),
      );
    expect(full[0]!.values.learningRate).toBeCloseTo(0.0107339465, 9);
    expect(trials.filter(({ setting }) => setting === full[0]!.setting)).toHaveLength(1);
  });

  it("say that the travel of the cosine and of the straight line is half of T times the rate", () => {
    for (const id of ["cosine", "linear"] as const)
      expect(last(studio(id).travel)).toBeCloseTo((STEPS * 0.09) / 2, 0);
  });

  it("say that 60 trials reach the best 5 % by the formula", () => {
    expect(chanceOfTopShare(59, 0.05)).toBeGreaterThan(0.95);
    expect(chanceOfTopShare(58, 0.05)).toBeLessThan(0.95);
  });
});
