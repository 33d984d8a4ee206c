import {
  exponentialDecay,
  gauss,
  gradientDescent,
  linearRegression,
  minibatch,
  mulberry32,
  noisy,
  permutation,
  run,
  type Schedule,
  type StochasticObjective,
  saddleB,
  symmetricEigen,
  timeDecay,
  vec,
} from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { type Ledger, testLedger } from "./ledger.ts";
import { prose } from "./prose.ts";

const text = prose("02-noise.mdx");

/** The points as the text describes them, and the loss of a line through them. */
const normal = gauss(mulberry32(7));
const N = 200;
const points = Array.from({ length: N }, () => {
  const x = normal();
  return { x, y: 2 * x - 1 + 0.5 * normal() };
});
const loss = linearRegression(
  points.map(({ x }) => [x]),
  points.map(({ y }) => y),
);
const onLine = linearRegression(
  points.map(({ x }) => [x]),
  points.map(({ x }) => 2 * x - 1),
);
const H = loss.hessian!(vec(0, 0));
const [flat, steep] = [...symmetricEigen(H).values] as [number, number];

/** The minimum, by one step of Newton's method from the origin. */
const slope = loss.gradient(vec(0, 0));
const det = H[0]![0]! * H[1]![1]! - H[0]![1]! ** 2;
const best = vec(
  (H[0]![1]! * slope[1]! - H[1]![1]! * slope[0]!) / det,
  (H[0]![1]! * slope[0]! - H[0]![0]! * slope[1]!) / det,
);
const least = loss.value(best);
const START = [-2, 2];

/** Excess loss after each update. */
function excess(of: StochasticObjective, steps: number, rate: number | Schedule = 0.1) {
  const method = gradientDescent({ learningRate: rate });
  const { frames } = run(method, of, START, { steps, gradientTolerance: 0 });
  return frames.map(({ f }) => f - least);
}

const byBatch = new Map(
  [1, 8, 40, 200].map((batchSize) => [
    batchSize,
    excess(minibatch(loss, { batchSize, seed: 1 }), (20 * N) / batchSize),
  ]),
);
const row = (b: number) => [b, ...[1, 2, 5, 20].map((epoch) => byBatch.get(b)![(epoch * N) / b]!)];

/** Batches of which each example is drawn from all. */
function replacing(b: number, seed: number): StochasticObjective {
  const rng = mulberry32(seed);
  const batches = Array.from({ length: (20 * N) / b }, () =>
    Array.from({ length: b }, () => Math.floor(rng() * N)),
  );
  return { ...loss, at: (k) => loss.over(batches[k - 1]!) };
}

/** Mean excess over the last ten epochs of 40 runs. */
function meanExcess(b: number, of: (seed: number) => StochasticObjective): number {
  const perEpoch = N / b;
  let sum = 0;
  for (let seed = 1; seed <= 40; seed++)
    for (const value of excess(of(seed), 20 * perEpoch).slice(10 * perEpoch + 1)) sum += value;
  return sum / (40 * 10 * perEpoch);
}
const without8 = meanExcess(8, (seed) => minibatch(loss, { batchSize: 8, seed }));
const with8 = meanExcess(8, (seed) => replacing(8, seed));
const with1 = meanExcess(1, (seed) => replacing(1, seed));

/** Mean excess of runs written out by hand, over what `counts`: update k (from 1) of an epoch (from 1). */
function byHand(
  { b, epochs, runs, shuffled }: { b: number; epochs: number; runs: number; shuffled: boolean },
  rate: (n: number) => number,
  counts: (epoch: number, k: number) => boolean,
): number {
  const seen: number[] = [];
  for (let seed = 1; seed <= runs; seed++) {
    const rng = mulberry32(seed);
    let [w, c] = START as [number, number];
    let n = 0;
    for (let epoch = 1; epoch <= epochs; epoch++) {
      const order = shuffled
        ? permutation(N, rng)
        : Array.from({ length: N }, () => Math.floor(rng() * N));
      for (let k = 1; k <= N / b; k++) {
        let [gw, gc] = [0, 0];
        for (const i of order.slice((k - 1) * b, k * b)) {
          const { x, y } = points[i]!;
          gw += ((w * x + c - y) * x) / b;
          gc += (w * x + c - y) / b;
        }
        const eta = rate(n++);
        w -= eta * gw;
        c -= eta * gc;
        if (counts(epoch, k)) seen.push(loss.value(vec(w, c)) - least);
      }
    }
  }
  return seen.reduce((sum, value) => sum + value, 0) / seen.length;
}
const late40 = { b: 40, epochs: 40, runs: 40 };
const with40 = byHand(
  { ...late40, shuffled: false },
  () => 0.1,
  (epoch) => epoch > 30,
);
const atEnd40 = byHand(
  { ...late40, shuffled: true },
  () => 0.1,
  (epoch, k) => epoch > 30 && k === 5,
);
const singles = { b: 1, epochs: 20, runs: 200, shuffled: false };
const atLast = (epoch: number, k: number) => epoch === 20 && k === N;
const shrinking = byHand(singles, (n) => 0.1 / (1 + n / 50), atLast);
const steady = byHand(singles, () => 0.1, atLast);

/** The floor of the loss times b, from the two curvatures. */
const floorTimesB = [flat, steep].reduce(
  (sum, lambda) => sum + (0.1 * least * lambda) / (2 - 0.1 * lambda),
  0,
);
const floor = (eta: number) => eta / (2 - eta);

/** Slopes of the single points at the start, in w and in c. */
const single = points.map(({ x, y }) => {
  const residual = START[0]! * x + START[1]! - y;
  return [residual * x, residual] as const;
});
const moments = (index: 0 | 1) => {
  const values = single.map((pair) => pair[index]);
  const mean = values.reduce((sum, value) => sum + value, 0) / N;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / N;
  return { mean, variance };
};
const [inW, inC] = [moments(0), moments(1)];
const noiseScale = (inW.variance + inC.variance) / (inW.mean ** 2 + inC.mean ** 2);

/** Root mean square of x on ½x² from 10 with noise of variance 1, by its mean and its variance. */
function distances(rate: Schedule): readonly number[] {
  let [mean, variance] = [10, 0];
  const at: number[] = [];
  for (let t = 1; t <= 10_000; t++) {
    const eta = rate(t);
    mean *= 1 - eta;
    variance = (1 - eta) ** 2 * variance + eta ** 2;
    if ([10, 100, 1000, 10_000].includes(t)) at.push(Math.hypot(mean, variance ** 0.5));
  }
  return at;
}
const slow = distances((t) => 0.1 / t);

/** Steps to |y| > 0.5 from the ridge of the pass. */
const escapes = Array.from({ length: 201 }, (_, i) => {
  const { frames } = run(
    gradientDescent({ learningRate: 0.1 }),
    noisy(saddleB, { sigma: 0.01, seed: i + 1 }),
    [1, 0],
    { steps: 1000, until: ({ x }) => Math.abs(x[1]!) > 0.5 },
  );
  return frames.length - 1;
}).toSorted((a, b) => a - b);

const single20 = (rate: Schedule) => excess(minibatch(loss, { batchSize: 1, seed: 1 }), 4000, rate);
const inverse = single20(timeDecay({ learningRate: 0.1, decay: 1 / 50 }));
const frozen = single20(exponentialDecay({ learningRate: 0.1, factor: Math.exp(-1 / 50) }));

const residuals = [0.3, -0.7, 1.1];
const meanSquare = residuals.reduce((sum, r) => sum + r ** 2, 0) / 3;
const likelihood =
  residuals.reduce(
    (sum, r) => sum - Math.log(Math.exp(-(r ** 2) / (2 * 0.25)) / Math.sqrt(2 * Math.PI * 0.25)),
    0,
  ) / 3;

/** Words of the chapter → the numbers in them, recomputed. */
const ledger: Ledger = [
  ["after 1 epoch | 2 epochs | 5 epochs | 20 epochs", [1, 2, 5, 20]],
  ["| 1 | 0.0217 | 0.0320 | 0.00212 | 0.00120 |", row(1)],
  ["| 8 | 0.0484 | 0.000947 | 0.000178 | 0.000270 |", row(8)],
  ["| 40 | 4.27 | 1.40 | 0.0516 | 0.000005 |", row(40)],
  ["| 200 | 10.4 | 8.32 | 4.29 | 0.157 |", row(200)],
  ["where the excess was $12.96$", [byBatch.get(200)![0]!]],
  ["$b=40$ is by far the nearest", [40]],
  [
    "For the residuals $0.3$, $-0.7$ and $1.1$ and $s=0.5$ the MSE is $0.59667$, and the NLL is $1.41912$",
    [...residuals, 0.5, meanSquare, likelihood],
  ],
  [
    "The least possible loss is $0.119893$, at $w=1.97688$ and $c=-0.99132$",
    [least, best[0]!, best[1]!],
  ],
  [
    "the slope in $w$ is $-4.30$, and that of a single point has a standard deviation of $7.35$ about it",
    [inW.mean, Math.sqrt(inW.variance)],
  ],
  [
    "38 of the 200 would send $w$ the wrong way",
    [single.filter(([inSlope]) => inSlope * inW.mean < 0).length, N],
  ],
  ["At the start of our run it is $2.6$", [noiseScale]],
  [
    "the rate $0.1$ leaves a variance of $0.0526$, $0.5$ leaves $0.333$, 1 leaves 1, and $1.9$ leaves 19",
    [0.1, floor(0.1), 0.5, floor(0.5), 1, floor(1), 1.9, floor(1.9)],
  ],
  [
    "For $b=8$ it predicts a mean excess of $0.00165$. Over 40 runs, in the last ten epochs, draws with replacement have $0.00167$",
    [8, floorTimesB / 8, 40, with8],
  ],
  ["makes them $0.0132/b$ on average", [floorTimesB]],
  [
    "For $b=40$, which takes longer to get there, it predicts $0.00033$, and in the last ten of 40 epochs they have $0.00034$",
    [40, floorTimesB / 40, 40, with40],
  ],
  ["Without replacement it is $0.00092$ for $b=8$", [without8, 8]],
  ["There $b=40$ has $0.000008$ on average, far below $0.00034$", [40, atEnd40, with40]],
  ["it is $0.965$ here", [(N - 8) / (N - 1)]],
  ["the mean square $2f^\\star=0.2398$", [2 * least]],
  ["with the curvatures $0.9989$ and $1.0896$", [flat, steep]],
  ["\\frac{0.0132}{b}", [floorTimesB]],
  ["For $b=1$ the runs with replacement have more, $0.0150$ on average", [1, with1]],
  [
    "With noise of standard deviation $0.01$ it is in one of the valleys after a median of 64 steps",
    [0.01, escapes[100]!],
  ],
  ["10 steps | 100 | 1000 | 10000 |", [10, 100, 1000, 10_000]],
  ["| 3.49 | 0.229 | 0.229 | 0.229 |", distances(() => 0.1)],
  ["| 0.316 | 0.100 | 0.0316 | 0.0100 |", distances((t) => 1 / t)],
  ["| 0.349 | 0.135 | 0.0550 | 0.0228 |", distances((t) => t ** -0.75)],
  ["| 0.593 | 0.164 | 0.0900 | 0.0502 |", distances((t) => 0.5 / Math.sqrt(t))],
  ["| 7.40 | 5.90 | 4.69 | 3.73 |", slow],
  ["| 4.52 | 1.45 | 1.43 | 1.43 |", distances((t) => 0.1 * 0.95 ** t)],
  ["about $5\\cdot10^{19}$ steps", [10_000 * (slow[3]! / 0.1) ** 10 * 1e-19, 10, 19]],
  ["all its rates together are $1.9$", [(0.1 * 0.95) / (1 - 0.95)]],
  [
    "after 20 epochs the constant rate has an excess of $0.00120$, and the rate $0.1/(1+n/50)$",
    [20, byBatch.get(1)!.at(-1)!, 0.1, 1, 50],
  ],
  ["one of $9.7\\cdot10^{-7}$", [inverse.at(-1)! * 1e7, 10, -7]],
  [
    "on average over 200 runs, this rate has $0.00015$, and the constant one $0.015$",
    [200, shrinking, steady],
  ],
  ["the rate $0.1\\,e^{-n/50}$ stands at $0.000288$".replace("\\,", ""), [0.1, 50, frozen.at(-1)!]],
];

/** No results: sizes that the text only names, a year, and a count of what is in a cell. */
const AS_GIVEN = new Set(["32", "64", "128", "2016", "14", "200", "1000", "50"]);

describe("the numbers of chapter 2", () => {
  testLedger(text, ledger, AS_GIVEN);

  it("say that the batch is a twenty-fifth, and that one epoch is twenty-five updates", () => {
    expect(N / 8).toBe(25);
  });

  it("say that after one epoch the single points are ahead, and after twenty b = 40", () => {
    const order = (epoch: number) =>
      [1, 8, 40, 200].toSorted(
        (a, b) => byBatch.get(a)![(epoch * N) / a]! - byBatch.get(b)![(epoch * N) / b]!,
      );
    expect(order(1)).toEqual([1, 8, 40, 200]);
    expect(order(20)).toEqual([40, 8, 1, 200]);
  });

  it("say that the residuals are nearly independent of the inputs: the noise at the minimum is 2f* times the curvature", () => {
    const noise = points.map(({ x, y }) => {
      const residual = best[0]! * x + best[1]! - y;
      return [residual * x, residual] as const;
    });
    for (const [i, j] of [
      [0, 0],
      [1, 1],
    ] as const) {
      const variance = noise.reduce((sum, pair) => sum + pair[i] * pair[j], 0) / N;
      expect(Math.abs(variance / (2 * least * H[i]![j]!) - 1)).toBeLessThan(0.01);
    }
  });

  it("say that the factor for draws without replacement is not what lowers the floor", () => {
    const fresh = (seed: number): StochasticObjective => {
      const rng = mulberry32(seed);
      const batches = Array.from({ length: 500 }, () => {
        const left = Array.from({ length: N }, (_, i) => i);
        return Array.from(
          { length: 8 },
          () => left.splice(Math.floor(rng() * left.length), 1)[0] as number,
        );
      });
      return { ...loss, at: (k) => loss.over(batches[k - 1]!) };
    };
    expect(meanExcess(8, fresh)).toBeGreaterThan(1.5 * without8);
    expect(without8 / with8).toBeGreaterThan(0.5);
    expect(without8 / with8).toBeLessThan(0.6);
  });

  it("say that without noise the run ends on the pass", () => {
    const { frames } = run(gradientDescent({ learningRate: 0.1 }), saddleB, [1, 0], {
      steps: 1000,
      gradientTolerance: 0,
    });
    expect(frames.at(-1)!.x[1]).toBe(0);
    expect(Math.abs(frames.at(-1)!.x[0]!)).toBeLessThan(1e-40);
  });

  it("say that 0.1/t has not gone two thirds of the way, and falls like t^−0.1", () => {
    expect(10 - slow[3]!).toBeLessThan((2 / 3) * 10);
    expect(Math.log10(slow[3]! / slow[2]!)).toBeCloseTo(-0.1, 3);
  });

  it("say that c/t forgets the start like t^−cλ, and that noise keeps it from falling faster than t^−½", () => {
    for (const [c, lambda] of [
      [0.1, 1],
      [0.5, 1.4],
      [3, 0.4],
    ] as const) {
      let [product, at1000] = [1, 0];
      for (let k = 1; k <= 10_000; k++) {
        product *= 1 - (c * lambda) / k;
        if (k === 1000) at1000 = product;
      }
      expect(Math.log10(product / at1000)).toBeCloseTo(-c * lambda, 2);
    }
    const quick = distances((t) => 3 / t);
    expect(Math.log10(quick[3]! / quick[2]!)).toBeCloseTo(-0.5, 2);
  });

  it("say that 0.5/√t does far better than 0.1/t", () => {
    distances((t) => 0.5 / Math.sqrt(t)).forEach((distance, i) => {
      expect(distance).toBeLessThan(slow[i]! / 10);
    });
  });

  it("say that shuffled the floor falls faster than η/b", () => {
    const shuffled = (eta: number, b: number) =>
      byHand(
        { b, epochs: 40, runs: 40, shuffled: true },
        () => eta,
        (epoch) => epoch > 20,
      );
    const [here, halfRate, twiceBatch] = [shuffled(0.1, 4), shuffled(0.05, 4), shuffled(0.1, 8)];
    expect(halfRate / here).toBeLessThan(0.45);
    expect(twiceBatch / here).toBeLessThan(0.45);
  });

  it("say that so small an excess is mostly the work of the shuffle", () => {
    const mixed = byHand({ ...singles, shuffled: true }, (n) => 0.1 / (1 + n / 50), atLast);
    expect(mixed).toBeLessThan(shrinking / 100);
  });

  it("say that 0.1/(1 + n/50) becomes 5/n", () => {
    expect((0.1 / (1 + 1e6 / 50)) * 1e6).toBeCloseTo(5, 3);
  });

  it("say that 1/t makes x minus the mean of the noise of the measurements", () => {
    const kick = gauss(mulberry32(1));
    const measured = Array.from({ length: 50 }, () => -kick());
    let x = 10;
    measured.forEach((y, i) => {
      x -= (x - y) / (i + 1);
      const mean = measured.slice(0, i + 1).reduce((sum, value) => sum + value, 0) / (i + 1);
      expect(x).toBeCloseTo(mean, 12);
    });
  });

  it("say that b = 1 has gained little since the fifth epoch, by a factor below two", () => {
    const single = byBatch.get(1)!;
    expect(single[1000]! / single[4000]!).toBeLessThan(2);
  });

  it("say that e^(−n/50) is frozen after two epochs", () => {
    expect(frozen[400]! / frozen[4000]!).toBeCloseTo(1, 1);
    expect(frozen[600]! / frozen[4000]!).toBeCloseTo(1, 3);
  });

  it("say that on the line a constant rate converges, and near it it does not", () => {
    const { frames } = run(
      gradientDescent({ learningRate: 0.1 }),
      minibatch(onLine, { batchSize: 1, seed: 1 }),
      START,
      { steps: 200 },
    );
    expect(frames.at(-1)!.f).toBeLessThan(1e-15);
    expect(byBatch.get(1)![200]).toBeGreaterThan(1e-2);
  });

  it("say by which factor the mean square shrinks where every example has its own curvature", () => {
    const curvatures = [0.5, 1, 3];
    const lambda = 1.5;
    const v = curvatures.reduce((sum, a) => sum + (a - lambda) ** 2, 0) / 3;
    const factor = (eta: number) => curvatures.reduce((sum, a) => sum + (1 - eta * a) ** 2, 0) / 3;
    for (const eta of [0.1, 0.7, 1.2])
      expect(factor(eta)).toBeCloseTo((1 - eta * lambda) ** 2 + eta ** 2 * v, 12);
    expect(factor((2 * lambda) / (lambda ** 2 + v))).toBeCloseTo(1, 12);
  });

  it("say that 200 runs measure the distances to some ten per cent", () => {
    for (const [rate, at] of [
      [(t: number) => 0.5 / Math.sqrt(t), 0],
      [(t: number) => 1 / t, 2],
    ] as const) {
      const steps = [10, 100, 1000][at]!;
      let squares = 0;
      for (let seed = 1; seed <= 200; seed++) {
        const kick = gauss(mulberry32(seed));
        let x = 10;
        for (let t = 1; t <= steps; t++) x -= rate(t) * (x + kick());
        squares += x ** 2;
      }
      const share = Math.sqrt(squares / 200) / distances(rate)[at]!;
      expect(Math.abs(share - 1)).toBeLessThan(0.12);
    }
  });
});
