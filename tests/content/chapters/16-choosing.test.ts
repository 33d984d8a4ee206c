import {
  adagrad,
  adam,
  adamw,
  amsgrad,
  averaged,
  bowl,
  createOracle,
  gauss,
  gradientDescent,
  lion,
  type Method,
  minimize,
  momentum,
  mulberry32,
  muon,
  newtonSchulz,
  prodigy,
  rmsprop,
  run,
  scheduleFreeAdamw,
  scheduleFreeSgd,
  sgdw,
  shampooKernel,
  symmetricEigen,
} from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { arenaModel } from "#components/widgets/arena/model.ts";
import { RACERS, type Racer } from "#components/widgets/arena/racers.ts";
import { arenaFields, LONGEST, SCENES } from "#components/widgets/arena/state.ts";
import { type Standing, standingsOf } from "#components/widgets/digits-tournament/standings.ts";
import {
  HELD_OUT,
  STORED_BUDGET,
  storedEntries,
} from "#components/widgets/digits-tournament/stored.ts";
import { trainingsOf } from "#components/widgets/digits-tournament/tournament.ts";
import { LEARNED } from "#components/widgets/digits-workers/network.ts";
import { sweeps } from "#components/widgets/rare-feature/model.ts";
import { storedRows } from "#components/widgets/rate-sensitivity/stored.ts";
import { initialState } from "#components/widgets/url-state.ts";
import { expected, fading } from "#components/widgets/weight-decay/model.ts";
import { RUNS, STEPS } from "#components/widgets/weight-decay/state.ts";
import { type Ledger, testLedger } from "./ledger.ts";
import { prose } from "./prose.ts";

const text = prose("16-choosing.mdx");

const ends = [10, 1, 0.1, 0.01].map((deviation) => fading(deviation, 0.1));
const start = [-8, 1.5];
const lambdas = [1, 20];

/** Mean loss at the end on the noisy bowl, where every call for a gradient draws new noise. */
function meanLoss(method: Method, runs = 400, steps = 500, first = 1): number {
  const still = bowl(lambdas);
  let sum = 0;
  for (let i = 0; i < runs; i++) {
    const shake = gauss(mulberry32(first + i));
    const gradient = (x: Float64Array) => still.gradient(x).map((slope) => slope + shake());
    sum += minimize(method, { dim: 2, value: still.value, gradient }, start, { steps }).f;
  }
  return sum / runs;
}

const free = (learningRate: number) =>
  meanLoss(scheduleFreeSgd({ learningRate, beta: 0.9, countStart: true }));
const middle = [0.09, 0.3, 0.5, 0.9].map(free);
const descent = gradientDescent({ learningRate: 0.09 });
/** The mean of all points, the start among them: schedule-free with β = 0. */
const plain = scheduleFreeSgd({ learningRate: 0.09, beta: 0, countStart: true });
/** What the noise leaves of an average of 250 points: the second term of the chapter's formula. */
const floorOfMean = lambdas.reduce((f, lambda) => f + 1 / (2 * lambda * 250), 0);

const races = Object.fromEntries(
  SCENES.map(({ label, set }) => [
    label,
    arenaModel({ ...initialState(arenaFields), who: RACERS, ...set }).runs,
  ]),
);
const finishOf = (race: string, racer: Racer) => {
  const finish = races[race]?.find((one) => one.racer === racer)?.finish;
  return finish?.kind === "arrived" ? finish.step : Number.NaN;
};
const tuned = (racer: Racer) => finishOf("Beale, tuned", racer);
const elsewhere = (racer: Racer) => finishOf("tuned, another start", racer);
const alike = (racer: Racer) => finishOf("0.01 for all", racer);

const RATES = [1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
const entry = (name: string, rate: number) =>
  storedRows.find(({ method }) => method === name)?.losses[RATES.indexOf(rate)] ?? Number.NaN;

const grid = Array.from({ length: 11 }, (_, i) => 10 ** (-3 + 0.4 * i));
/** The fair race of the cell: the loss on the seeds of the choice, and on others. */
function raced(make: (rate: number) => Method): { readonly there: number; readonly other: number } {
  const losses = grid.map((rate) => {
    const loss = meanLoss(make(rate), 8, 100);
    return Number.isFinite(loss) ? loss : Number.POSITIVE_INFINITY;
  });
  const best = losses.indexOf(Math.min(...losses));
  return {
    there: losses[best] as number,
    other: meanLoss(make(grid[best] as number), 8, 100, 101),
  };
}
const fair = {
  descent: raced((learningRate) => gradientDescent({ learningRate })),
  momentum: raced((learningRate) => momentum({ learningRate, beta: 0.9 })),
  adam: raced((learningRate) => adam({ learningRate })),
};

/** p iterated on a singular value. */
const quintic = (sigma: number) => 3.4445 * sigma - 4.775 * sigma ** 3 + 2.0315 * sigma ** 5;
const cubic = (sigma: number) => 1.5 * sigma - 0.5 * sigma ** 3;
const fiveTimes = (p: (sigma: number) => number, sigma: number) => p(p(p(p(p(sigma)))));
const band = Array.from({ length: 20_001 }, (_, i) =>
  fiveTimes(quintic, 0.01 + (0.99 * i) / 20_000),
);

/** The largest curvature of ½(ab − 1)². */
const sharpness = (a: number, b: number) =>
  Math.max(
    ...symmetricEigen([
      Float64Array.of(b * b, 2 * a * b - 1),
      Float64Array.of(2 * a * b - 1, a * a),
    ]).values,
  );

const rare = Object.fromEntries(sweeps().map(({ runner, best }) => [runner, best.error]));

const standings = standingsOf(storedEntries);
const standing = (title: string) => standings.find((one) => one.title === title) as Standing;
/** From the worst to the best of five trainings, in points, by method. */
const spreads = standings
  .map(({ rights }) => 100 * (Math.max(...rights) - Math.min(...rights)))
  .toSorted((a, b) => a - b);
const ratio = (values: readonly number[]) => Math.max(...values) / Math.min(...values);

/** Words of the chapter → the numbers in them, recomputed. */
const ledger: Ledger = [
  ["Adam takes 2000 steps", [STEPS]],
  ["the mean of 200 runs. After 2000 steps", [RUNS, STEPS]],
  [
    "standard deviation 10, 1, $0.1$ and $0.01$ stand at $0.978$, $0.818$, $0.191$ and $0.023$",
    [10, 1, 0.1, 0.01, ...ends.map(({ penalty }) => penalty[STEPS] as number)],
  ],
  ["should be at $e^{-2}=0.135$", [-2, (1 - (0.001 * 0.1) / 0.1) ** STEPS]],
  [
    "All four weights stand at $0.817$ now, where $(1-10^{-4})^{2000}=0.8187$",
    [ends[0]?.AdamW[STEPS] as number, 1, 10, -4, STEPS, expected(0.1, STEPS)],
  ],
  [
    "from $0.01$ they have come only to $0.076$ after five steps, where Muon's are at $0.699$",
    [0.01, fiveTimes(cubic, 0.01), fiveTimes(quintic, 0.01)],
  ],
  [
    "from $0.01$ to 1 into the band from $0.682$ to $1.134$",
    [0.01, 1, Math.min(...band), Math.max(...band)],
  ],
  [
    "at $\\eta=0.09$ has a loss of $0.258$. The mean of all points has $0.0166$",
    [0.09, meanLoss(descent), meanLoss(plain)],
  ],
  [
    "The mean of the last half has $0.0019$, near the $\\frac{1}{2T}\\big(1+\\frac{1}{20}\\big)=0.0021$ that the second term of $\\eqref{mean}$ leaves on both axes for $T=250$, and not far from the $0.0016$",
    [
      meanLoss(averaged(descent, { start: 251 })),
      1,
      1,
      1,
      20,
      floorOfMean,
      250,
      meanLoss(gradientDescent({ learningRate: (k) => 0.09 * Math.exp((-5 * k) / 500) })),
    ],
  ],
  ["diverges above $\\eta=\\frac{2}{20}=0.1$", [2, 20, 2 / 20]],
  [
    "from $0.09$ to $0.9$ the loss is $0.0051$ or $0.0052$",
    [0.09, 0.9, Math.min(...middle), Math.max(...middle)],
  ],
  [
    "so the sharpness is 2 at $(1,1)$ and $100.01$ at $(10,0.1)$",
    [sharpness(1, 1), 1, 1, sharpness(10, 0.1), 10, 0.1],
  ],
  [
    "At $\\eta=0.01$ for all, from $(1,1.5)$, gradient descent arrives after 484 steps and Adam after 1942",
    [0.01, 1, 1.5, alike("gradient descent"), alike("Adam")],
  ],
  ["to stay there, up to step 4000", [LONGEST]],
  ["Others keep both arrays in 8 bits per number instead of 32", [8, 4 * 8]],
  ["L-BFGS with 10 pairs | 20 arrays", [10, 2 * 10]],
  [
    "Adam needs 56 steps, AdaGrad 124, Nesterov 141, momentum 185, gradient descent 247",
    (["Adam", "AdaGrad", "Nesterov", "momentum", "gradient descent"] as const).map(tuned),
  ],
  [
    "start from $(-1,2)$: Nesterov needs 30, Adam 100",
    [-1, 2, elsewhere("Nesterov"), elsewhere("Adam")],
  ],
  ["two classes of 100 points each", [100]],
  ["training loss after 600 steps on batches of 20", [600, 20]],
  [
    "Adam's loss is $0.317$ at $\\eta=0.001$, the default of most libraries, $0.0021$ at $0.3$ and $1.66$ at 10",
    [entry("Adam", 1e-3), 0.001, entry("Adam", 0.3), 0.3, entry("Adam", 10), 10],
  ],
  [
    "Momentum has $0.344$, $0.0096$ and $6.31$ at the same rates, and $0.0020$ at 1",
    [...[1e-3, 0.3, 10, 1].map((rate) => entry("momentum", rate)), 1],
  ],
  ["on the noisy bowl, with 100 steps", [100]],
  [
    "gradient descent has the smallest loss, $0.0142$, before momentum with $0.0168$",
    [fair.descent.there, fair.momentum.there],
  ],
  [
    "momentum has $0.0229$, Adam $0.0243$, gradient descent $0.0293$",
    [fair.momentum.other, fair.adam.other, fair.descent.other],
  ],
  ["on 40 sets of eight seeds gradient descent chooses the same rate 40 times", [40, 40]],
  ["1500 images to learn from, 297 held out", [LEARNED, HELD_OUT]],
  ["each had 15 trainings of five epochs", [trainingsOf(STORED_BUDGET)]],
  [
    "SOAP is first with $92.3\\%$ of the images told right, in the median, before Muon with $91.9\\%$; SGD has $88.6$",
    ["SOAP", "Muon", "SGD"].map((title) => 100 * standing(title).right),
  ],
  [
    "to the 29th the list spans 13 images of 297",
    [HELD_OUT * ((standings[0] as Standing).right - (standings[28] as Standing).right), HELD_OUT],
  ],
  [
    "differ by $3.0$ points in the middle case and by $10.1$ in the worst",
    [spreads[15] as number, spreads[29] as number],
  ],
  [
    "The losses of these 29 differ by a factor of 42, from $0.0024$ to $0.099$, and the best rates by a factor of 3125",
    [
      29,
      ratio(standings.slice(0, 29).map(({ loss }) => loss)),
      Math.min(...standings.slice(0, 29).map(({ loss }) => loss)),
      Math.max(...standings.slice(0, 29).map(({ loss }) => loss)),
      ratio(standings.slice(0, 29).map(({ rate }) => rate)),
    ],
  ],
  ["after 1000 examples is $0.035$ for AdaGrad", [1000, rare["AdaGrad"] as number]],
  [
    "$0.056$ for Adam, $0.066$ for RMSprop and $0.19$ for SGD",
    (["Adam", "RMSprop", "SGD"] as const).map((runner) => rare[runner] as number),
  ],
];

/** No results: the year of a review, numbers of chapters, the network, Muon's coefficients. */
const AS_GIVEN = new Set(["2017", "13", "14", "15", "3.4445", "-4.7750", "2.0315"]);

describe("the numbers of chapter 16", () => {
  testLedger(text, ledger, AS_GIVEN);

  it("say that gradient descent does the same with the penalty as with decay", () => {
    const options = { learningRate: 0.1, weightDecay: 0.3 };
    const withPenalty = run(gradientDescent(options), bowl(lambdas), start, { steps: 20 }).frames;
    const beside = run(sgdw({ ...options, beta: 0, decayBy: "rate" }), bowl(lambdas), start, {
      steps: 20,
    }).frames;
    expect(beside.at(-1)?.x[0]).toBeCloseTo(withPenalty.at(-1)?.x[0] as number, 12);
    const heavy = (method: Method) => run(method, bowl(lambdas), start, { steps: 20 }).frames;
    const remembered = heavy(momentum({ ...options, learningRate: 0.01, beta: 0.9 })).at(-1);
    const decayed = heavy(sgdw({ ...options, learningRate: 0.01, beta: 0.9, decayBy: "rate" })).at(
      -1,
    );
    expect(Math.abs((remembered?.x[0] as number) - (decayed?.x[0] as number))).toBeGreaterThan(
      1e-3,
    );
  });

  it("say that Shampoo's first step and Muon's limit are UVᵀ", () => {
    // A gradient that is a turn times a scaling times another turn.
    const [c, s] = [Math.cos(0.7), Math.sin(0.7)];
    const [d, e] = [Math.cos(-0.4), Math.sin(-0.4)];
    const U = [c, -s, s, c];
    const V = [d, -e, e, d];
    const times = (A: readonly number[], B: readonly number[]) =>
      [0, 1].flatMap((i) =>
        [0, 1].map((j) => (A[2 * i] ?? 0) * (B[j] ?? 0) + (A[2 * i + 1] ?? 0) * (B[2 + j] ?? 0)),
      );
    const turned = [V[0], V[2], V[1], V[3]] as number[];
    const G = times(U, times([3, 0, 0, 0.5], turned));
    const goal = times(U, turned);
    const x = new Float64Array(4);
    const [L, R] = [new Float64Array(4), new Float64Array(4)];
    shampooKernel(x, Float64Array.from(G), L, R, [2, 2], 1, 1e-12);
    goal.forEach((entry, i) => {
      expect(x[i]).toBeCloseTo(-entry, 9);
    });
    // Muon's five steps leave the directions alone, and the singular values in the band.
    const near = newtonSchulz(Float64Array.from(G), 2);
    const inside = times([U[0], U[2], U[1], U[3]] as number[], times([...near], V));
    expect(inside[1]).toBeCloseTo(0, 9);
    expect(inside[2]).toBeCloseTo(0, 9);
    for (const i of [0, 3]) {
      expect(inside[i]).toBeGreaterThan(Math.min(...band));
      expect(inside[i]).toBeLessThan(Math.max(...band));
    }
  });

  it("say that the lowest training losses have the largest shares, and that Rprop is last by far", () => {
    const lowest = standings.toSorted((a, b) => a.loss - b.loss).slice(0, 3);
    expect(lowest.map(({ title }) => title)).toEqual(["SOAP", "Schedule-free AdamW", "Muon"]);
    expect(standings.slice(0, 3).map(({ title }) => title)).toEqual([
      "SOAP",
      "Muon",
      "Schedule-free AdamW",
    ]);
    const widest = standings.find(
      ({ rights }) => 100 * (Math.max(...rights) - Math.min(...rights)) === spreads[29],
    );
    expect(widest?.title).toBe("RAdam");
    expect(standings.filter(({ atEdge }) => atEdge).map(({ title }) => title)).toEqual([
      "Adadelta",
    ]);
    const losses = storedEntries
      .find(({ method }) => method === "adafactor")
      ?.search.slice(-3)
      .map(({ loss }) => loss);
    expect(new Set(losses).size).toBe(1);
    expect(standings).toHaveLength(30);
    expect(standings.at(-1)?.title).toBe("Rprop");
    expect((standings[28] as Standing).right - (standings[29] as Standing).right).toBeGreaterThan(
      0.035,
    );
  });

  it("say in which hollow three of the methods end", () => {
    const ends = races["three hollows"]?.map(({ racer, finish }) => [
      racer,
      finish.kind === "arrived" ? finish.at : "",
    ]);
    expect(Object.fromEntries(ends ?? [])).toMatchObject({
      "gradient descent": "A",
      Adam: "B",
      momentum: "C",
    });
  });

  it.each<readonly [number, Method]>([
    [0, gradientDescent({ learningRate: 1 })],
    [1, momentum({ learningRate: 1, beta: 0.9 })],
    [1, lion()],
    [1, muon()],
    [1, scheduleFreeSgd()],
    [2, adam()],
    [2, adamw()],
    [2, scheduleFreeAdamw()],
    [3, amsgrad()],
    [1, adagrad()],
    [1, rmsprop()],
    [4, prodigy()],
  ])("say that so many arrays are kept: %d", (arrays, method) => {
    const state = method.init(createOracle(bowl(lambdas)), Float64Array.from(start));
    const kept = Object.entries(state).filter(
      ([name, value]) => name !== "x" && value instanceof Float64Array,
    );
    expect(kept).toHaveLength(arrays);
  });

  it("say that nine of the twelve methods come below 0.05 at three or four rates", () => {
    const widths = storedRows.map(
      ({ losses }) => losses.filter((loss) => loss !== null && loss < 0.05).length,
    );
    expect(widths).toHaveLength(12);
    expect(widths.filter((width) => width === 3 || width === 4)).toHaveLength(9);
  });

  it("say in the exercise that six are within a factor of two, at rates from 0.1 to 10", () => {
    const bests = storedRows
      .map(({ method, losses }) => {
        const best = Math.min(...losses.map((loss) => loss ?? Number.POSITIVE_INFINITY));
        return { method, best, rate: RATES[losses.indexOf(best)] };
      })
      .toSorted((a, b) => a.best - b.best)
      .slice(0, 7);
    const [first, , , , , sixth, seventh] = bests;
    expect((sixth?.best as number) / (first?.best as number)).toBeLessThan(2);
    expect((seventh?.best as number) / (first?.best as number)).toBeGreaterThan(2);
    expect(Object.fromEntries(bests.slice(0, 6).map(({ method, rate }) => [method, rate]))).toEqual(
      {
        AMSGrad: 0.1,
        Adam: 0.3,
        Nadam: 0.3,
        momentum: 1,
        Nesterov: 1,
        "schedule-free": 10,
      },
    );
    expect(first?.best.toFixed(4)).toBe("0.0012");
    expect(sixth?.best.toFixed(4)).toBe("0.0022");
    for (const { method, losses } of storedRows)
      expect([method, (losses[2] as number) > 0.25]).toEqual([method, true]);
    expect(entry("momentum", 3)).toBeGreaterThan(entry("momentum", 1e-4));
    expect(entry("momentum", 10)).toBeGreaterThan(entry("momentum", 3));
  });

  it("say that gradient descent is third on the other seeds, and that plain averaging diverges", () => {
    const others = Object.values(fair).map(({ other }) => other);
    expect(Math.max(...others)).toBe(fair.descent.other);
    expect(Number.isFinite(meanLoss(scheduleFreeSgd({ learningRate: 0.3, beta: 0 }), 1))).toBe(
      false,
    );
  });

  it("say that gradient descent chooses the same rate on forty sets of seeds", () => {
    const chosen = Array.from({ length: 40 }, (_, set) => {
      const losses = grid.map((learningRate) =>
        meanLoss(gradientDescent({ learningRate }), 8, 100, 1 + 8 * set),
      );
      return losses.indexOf(Math.min(...losses.map((loss) => (loss >= 0 ? loss : 1e9))));
    });
    expect(new Set(chosen).size).toBe(1);
  });

  it("say that off a quadratic the mean stays off by a multiple of η", () => {
    // eˣ − x, least at 0.
    const late = (rate: number) => {
      const noise = gauss(mulberry32(1));
      let [x, sum] = [0, 0];
      for (let t = 0; t < 400_000; t++) {
        x -= rate * (Math.exp(x) - 1 + noise());
        sum += x / 400_000;
      }
      return sum;
    };
    expect(Math.abs(late(0.3) / (-0.3 / 4) - 1)).toBeLessThan(0.3);
    expect(Math.abs(late(0.1) / (-0.1 / 4) - 1)).toBeLessThan(0.3);
  });

  it("say that no quintic as steep at 0 brings all of 0.01 to 1 to 1", () => {
    for (let c = -4; c <= 8; c += 0.02) {
      const b = 1 - 3.4445 - c;
      const ends = Array.from({ length: 100 }, (_, i) => {
        let sigma = (i + 1) / 100;
        for (let n = 0; n < 40; n++) sigma = 3.4445 * sigma + b * sigma ** 3 + c * sigma ** 5;
        return sigma;
      });
      expect(ends.every((sigma) => Math.abs(sigma - 1) < 0.1)).toBe(false);
    }
    expect(quintic(1).toFixed(2)).toBe("0.70");
  });

  it("say that the best rates on digits are a tenth of those on crescents", () => {
    const bestOf = (name: string) => {
      const losses = storedRows.find(({ method }) => method === name)?.losses ?? [];
      return RATES[losses.indexOf(Math.min(...losses))] as number;
    };
    for (const [there, here] of [
      ["Adam", "Adam"],
      ["Lion", "Lion"],
      ["momentum", "Momentum"],
      ["SGD", "SGD"],
    ] as const)
      expect(Math.abs(bestOf(there) / standing(here).rate - 10)).toBeLessThan(0.8);
    for (const name of ["SGD", "Adadelta", "schedule-free"]) expect(bestOf(name)).toBe(10);
  });

  it.each([0.3, 1, 3])("say in the exercise that AdaGrad passes at the rate %d", (learningRate) => {
    const losses = Array.from({ length: 20 }, (_, i) => {
      const uniform = mulberry32(i + 1);
      const normal = gauss(mulberry32(i + 1001));
      const gradient = ([w1 = 0, w2 = 0]: Iterable<number> & ArrayLike<number>) => {
        const rare = uniform() < 0.02 ? 1 : 0;
        const frequent = 3 * normal();
        const residual = (w1 - 1) * frequent + (w2 - 2) * rare - 0.1 * normal();
        return Float64Array.of(residual * frequent, residual * rare);
      };
      const stream = { dim: 2, value: () => 0, gradient };
      const end = minimize(adagrad({ learningRate }), stream, [0, 0], { steps: 999 }).x;
      return (9 * ((end[0] as number) - 1) ** 2 + 0.02 * ((end[1] as number) - 2) ** 2) / 2;
    });
    expect(losses.reduce((sum, loss) => sum + loss, 0) / 20).toBeLessThan(0.003);
  });

  it("say that a mean has no η in what noise leaves of it", () => {
    for (const learningRate of [0.03, 0.06]) {
      const late = averaged(gradientDescent({ learningRate }), { start: 751 });
      expect(Math.abs(meanLoss(late, 400, 1000) / floorOfMean - 1)).toBeLessThan(0.25);
    }
  });

  it("say that Adam with a large ε is momentum, but for the correction of the first steps", () => {
    const epsilon = 1e8;
    const big = adam({ learningRate: (k) => 0.01 * epsilon * (1 - 0.9 ** k), epsilon });
    const ewa = momentum({ learningRate: 0.01, beta: 0.9, convention: "ewa" });
    const at = (method: Method) => run(method, bowl(lambdas), start, { steps: 100 }).frames.at(-1);
    at(ewa)?.x.forEach((entry, i) => {
      expect(at(big)?.x[i]).toBeCloseTo(entry, 5);
    });
  });
});
