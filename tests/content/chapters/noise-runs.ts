/** The runs and counts that chapter 2 speaks of. */
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

/** The points as the text describes them, and the loss of a line through them. */
const normal = gauss(mulberry32(7));
export const N = 200;
export const points = Array.from({ length: N }, () => {
  const x = normal();
  return { x, y: 2 * x - 1 + 0.5 * normal() };
});
export const loss = linearRegression(
  points.map(({ x }) => [x]),
  points.map(({ y }) => y),
);
export const onLine = linearRegression(
  points.map(({ x }) => [x]),
  points.map(({ x }) => 2 * x - 1),
);
export const H = loss.hessian!(vec(0, 0));
export const [flat, steep] = [...symmetricEigen(H).values] as [number, number];

/** The minimum, by one step of Newton's method from the origin. */
const slope = loss.gradient(vec(0, 0));
const det = H[0]![0]! * H[1]![1]! - H[0]![1]! ** 2;
export const best = vec(
  (H[0]![1]! * slope[1]! - H[1]![1]! * slope[0]!) / det,
  (H[0]![1]! * slope[0]! - H[0]![0]! * slope[1]!) / det,
);
export const least = loss.value(best);
export const START = [-2, 2];

/** Excess loss after each update. */
function excess(of: StochasticObjective, steps: number, rate: number | Schedule = 0.1) {
  const method = gradientDescent({ learningRate: rate });
  const { frames } = run(method, of, START, { steps, gradientTolerance: 0 });
  return frames.map(({ f }) => f - least);
}

export const byBatch = new Map(
  [1, 8, 40, 200].map((batchSize) => [
    batchSize,
    excess(minibatch(loss, { batchSize, seed: 1 }), (20 * N) / batchSize),
  ]),
);
export const row = (b: number) => [
  b,
  ...[1, 2, 5, 20].map((epoch) => byBatch.get(b)![(epoch * N) / b]!),
];

/** Batches of which each example is drawn from all. */
function replacing(b: number, seed: number): StochasticObjective {
  const rng = mulberry32(seed);
  const batches = Array.from({ length: (20 * N) / b }, () =>
    Array.from({ length: b }, () => Math.floor(rng() * N)),
  );
  return { ...loss, at: (k) => loss.over(batches[k - 1]!) };
}

/** Mean excess over the last ten epochs of 40 runs. */
export function meanExcess(b: number, of: (seed: number) => StochasticObjective): number {
  const perEpoch = N / b;
  let sum = 0;
  for (let seed = 1; seed <= 40; seed++)
    for (const value of excess(of(seed), 20 * perEpoch).slice(10 * perEpoch + 1)) sum += value;
  return sum / (40 * 10 * perEpoch);
}
export const without8 = meanExcess(8, (seed) => minibatch(loss, { batchSize: 8, seed }));
export const with8 = meanExcess(8, (seed) => replacing(8, seed));
export const with1 = meanExcess(1, (seed) => replacing(1, seed));

/** Mean excess of runs written out by hand, over what `counts`: update k (from 1) of an epoch (from 1). */
export function byHand(
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
export const with40 = byHand(
  { ...late40, shuffled: false },
  () => 0.1,
  (epoch) => epoch > 30,
);
export const atEnd40 = byHand(
  { ...late40, shuffled: true },
  () => 0.1,
  (epoch, k) => epoch > 30 && k === 5,
);
export const singles = { b: 1, epochs: 20, runs: 200, shuffled: false };
export const atLast = (epoch: number, k: number) => epoch === 20 && k === N;
export const shrinking = byHand(singles, (n) => 0.1 / (1 + n / 50), atLast);
export const steady = byHand(singles, () => 0.1, atLast);

/** The floor of the loss times b, from the two curvatures. */
export const floorTimesB = [flat, steep].reduce(
  (sum, lambda) => sum + (0.1 * least * lambda) / (2 - 0.1 * lambda),
  0,
);
export const floor = (eta: number) => eta / (2 - eta);

/** Slopes of the single points at the start, in w and in c. */
export const single = points.map(({ x, y }) => {
  const residual = START[0]! * x + START[1]! - y;
  return [residual * x, residual] as const;
});
const moments = (index: 0 | 1) => {
  const values = single.map((pair) => pair[index]);
  const mean = values.reduce((sum, value) => sum + value, 0) / N;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / N;
  return { mean, variance };
};
export const [inW, inC] = [moments(0), moments(1)];
export const noiseScale = (inW.variance + inC.variance) / (inW.mean ** 2 + inC.mean ** 2);

/** Root mean square of x on ½x² from 10 with noise of variance 1, by its mean and its variance. */
export function distances(rate: Schedule): readonly number[] {
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
export const slow = distances((t) => 0.1 / t);

/** Steps to |y| > 0.5 from the ridge of the pass. */
export const escapes = Array.from({ length: 201 }, (_, i) => {
  const { frames } = run(
    gradientDescent({ learningRate: 0.1 }),
    noisy(saddleB, { sigma: 0.01, seed: i + 1 }),
    [1, 0],
    { steps: 1000, until: ({ x }) => Math.abs(x[1]!) > 0.5 },
  );
  return frames.length - 1;
}).toSorted((a, b) => a - b);

const single20 = (rate: Schedule) => excess(minibatch(loss, { batchSize: 1, seed: 1 }), 4000, rate);
export const inverse = single20(timeDecay({ learningRate: 0.1, decay: 1 / 50 }));
export const frozen = single20(exponentialDecay({ learningRate: 0.1, factor: Math.exp(-1 / 50) }));

export const residuals = [0.3, -0.7, 1.1];
export const meanSquare = residuals.reduce((sum, r) => sum + r ** 2, 0) / 3;
export const likelihood =
  residuals.reduce(
    (sum, r) => sum - Math.log(Math.exp(-(r ** 2) / (2 * 0.25)) / Math.sqrt(2 * Math.PI * 0.25)),
    0,
  ) / 3;
