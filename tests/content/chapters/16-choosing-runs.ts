/** The runs that the numbers of chapter 16 come from. */
import {
  adam,
  bowl,
  gauss,
  gradientDescent,
  type Method,
  minimize,
  momentum,
  mulberry32,
  scheduleFreeSgd,
  symmetricEigen,
} from "@downhill/optim";
import { arenaModel } from "#components/widgets/arena/model.ts";
import { RACERS, type Racer } from "#components/widgets/arena/racers.ts";
import { arenaFields, SCENES } from "#components/widgets/arena/state.ts";
import { type Standing, standingsOf } from "#components/widgets/digits-tournament/standings.ts";
import { storedEntries } from "#components/widgets/digits-tournament/stored.ts";
import { sweeps } from "#components/widgets/rare-feature/model.ts";
import { storedRows } from "#components/widgets/rate-sensitivity/stored.ts";
import { initialState } from "#components/widgets/url-state.ts";
import { fading } from "#components/widgets/weight-decay/model.ts";

export const ends = [10, 1, 0.1, 0.01].map((deviation) => fading(deviation, 0.1));
export const start = [-8, 1.5];
export const lambdas = [1, 20];

/** Mean loss at the end on the noisy bowl, where every call for a gradient draws new noise. */
export function meanLoss(method: Method, runs = 400, steps = 500, first = 1): number {
  const still = bowl(lambdas);
  let sum = 0;
  for (let i = 0; i < runs; i++) {
    const shake = gauss(mulberry32(first + i));
    const gradient = (x: Float64Array) => still.gradient(x).map((slope) => slope + shake());
    sum += minimize(method, { dim: 2, value: still.value, gradient }, start, { steps }).f;
  }
  return sum / runs;
}

export const free = (learningRate: number) =>
  meanLoss(scheduleFreeSgd({ learningRate, beta: 0.9, countStart: true }));
export const middle = [0.09, 0.3, 0.5, 0.9].map(free);
export const descent = gradientDescent({ learningRate: 0.09 });
/** The mean of all points, the start among them: schedule-free with β = 0. */
export const plain = scheduleFreeSgd({ learningRate: 0.09, beta: 0, countStart: true });
/** What the noise leaves of an average of 250 points: the second term of the chapter's formula. */
export const floorOfMean = lambdas.reduce((f, lambda) => f + 1 / (2 * lambda * 250), 0);

export const races = Object.fromEntries(
  SCENES.map(({ label, set }) => [
    label,
    arenaModel({ ...initialState(arenaFields), who: RACERS, ...set }).runs,
  ]),
);
const finishOf = (race: string, racer: Racer) => {
  const finish = races[race]?.find((one) => one.racer === racer)?.finish;
  return finish?.kind === "arrived" ? finish.step : Number.NaN;
};
export const tuned = (racer: Racer) => finishOf("Beale, tuned", racer);
export const elsewhere = (racer: Racer) => finishOf("tuned, another start", racer);
export const alike = (racer: Racer) => finishOf("0.01 for all", racer);

export const RATES = [1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
export const entry = (name: string, rate: number) =>
  storedRows.find(({ method }) => method === name)?.losses[RATES.indexOf(rate)] ?? Number.NaN;

export const grid = Array.from({ length: 11 }, (_, i) => 10 ** (-3 + 0.4 * i));
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
export const fair = {
  descent: raced((learningRate) => gradientDescent({ learningRate })),
  momentum: raced((learningRate) => momentum({ learningRate, beta: 0.9 })),
  adam: raced((learningRate) => adam({ learningRate })),
};

/** p iterated on a singular value. */
export const quintic = (sigma: number) => 3.4445 * sigma - 4.775 * sigma ** 3 + 2.0315 * sigma ** 5;
export const cubic = (sigma: number) => 1.5 * sigma - 0.5 * sigma ** 3;
export const fiveTimes = (p: (sigma: number) => number, sigma: number) => p(p(p(p(p(sigma)))));
export const band = Array.from({ length: 20_001 }, (_, i) =>
  fiveTimes(quintic, 0.01 + (0.99 * i) / 20_000),
);

/** The largest curvature of ½(ab − 1)². */
export const sharpness = (a: number, b: number) =>
  Math.max(
    ...symmetricEigen([
      Float64Array.of(b * b, 2 * a * b - 1),
      Float64Array.of(2 * a * b - 1, a * a),
    ]).values,
  );

export const rare = Object.fromEntries(sweeps().map(({ runner, best }) => [runner, best.error]));

export const standings = standingsOf(storedEntries);
export const standing = (title: string) => standings.find((one) => one.title === title) as Standing;
/** From the worst to the best of five trainings, in points, by method. */
export const spreads = standings
  .map(({ rights }) => 100 * (Math.max(...rights) - Math.min(...rights)))
  .toSorted((a, b) => a - b);
export const ratio = (values: readonly number[]) => Math.max(...values) / Math.min(...values);

/** Words of the chapter → the numbers in them, recomputed. */
