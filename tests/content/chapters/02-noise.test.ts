import {
  gauss,
  gradientDescent,
  minibatch,
  mulberry32,
  run,
  type StochasticObjective,
  saddleB,
} from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { type Ledger, testLedger } from "./ledger.ts";
import {
  atEnd40,
  atLast,
  best,
  byBatch,
  byHand,
  distances,
  escapes,
  flat,
  floor,
  floorTimesB,
  frozen,
  H,
  inverse,
  inW,
  least,
  likelihood,
  loss,
  meanExcess,
  meanSquare,
  N,
  noiseScale,
  onLine,
  points,
  residuals,
  row,
  START,
  shrinking,
  single,
  singles,
  slow,
  steady,
  steep,
  with1,
  with8,
  with40,
  without8,
} from "./noise-runs.ts";
import { prose } from "./prose.ts";

const text = prose("02-noise.mdx");

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
