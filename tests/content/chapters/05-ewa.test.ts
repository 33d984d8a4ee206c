import { ewa, ewaMass, ewaWarmUpSteps, ewaWindow, gauss, mulberry32 } from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { type Ledger, testLedger } from "./ledger.ts";
import { prose } from "./prose.ts";

const text = prose("05-ewa.mdx");

/** The year as the text describes it, and its noise made louder. */
const normal = gauss(mulberry32(11));
const season = Array.from(
  { length: 365 },
  (_, i) => 50 + 22 * Math.sin((2 * Math.PI * (i + 1 - 105)) / 365),
);
const unit = season.map(() => normal());
const year = (noise: number) => season.map((mean, i) => mean + noise * unit[i]!);
const temperature = year(6);

const plain = (beta: number, day: number) => ewa(temperature, beta)[day - 1]!;
const corrected = (beta: number, day: number) =>
  ewa(temperature, beta, { biasCorrection: true })[day - 1]!;

/** RMS distance from the season after day 60. */
function measured(beta: number, noise = 6): number {
  const m = ewa(year(noise), beta, { biasCorrection: true });
  const squares = m.map((value, i) => (value - season[i]!) ** 2).slice(60);
  return Math.sqrt(squares.reduce((a, b) => a + b) / squares.length);
}

/** The β of two digits with the smallest error. */
function best(noise: number): number {
  const betas = Array.from({ length: 99 }, (_, i) => i / 100);
  return betas.reduce((a, b) => (measured(b, noise) < measured(a, noise) ? b : a));
}

const noiseLeft = (beta: number) => 6 * Math.sqrt(ewaWindow(beta).varianceFactor);

/** RMS of what the season loses, measured on many years without noise rather than by the formula for |1 − H|. */
function lagCost(beta: number): number {
  const years = Array.from(
    { length: 20 * 365 },
    (_, i) => 22 * Math.sin((2 * Math.PI * (i + 1)) / 365),
  );
  const squares = ewa(years, beta).map((m, i) => (m - years[i]!) ** 2);
  const last = squares.slice(-365);
  return Math.sqrt(last.reduce((a, b) => a + b) / last.length);
}

const errors = (beta: number) => [
  beta,
  noiseLeft(beta),
  lagCost(beta),
  Math.hypot(noiseLeft(beta), lagCost(beta)),
  measured(beta),
];

function readings(beta: number): readonly number[] {
  const { window, weightAfterWindow, halfLife, decayTime, effectiveSize } = ewaWindow(beta);
  return [
    beta,
    window,
    weightAfterWindow,
    halfLife,
    decayTime,
    effectiveSize,
    ewaWarmUpSteps(beta, 0.1),
    ewaWarmUpSteps(beta),
  ];
}

/** The share of the first number after t of them, by averaging an impulse. */
function firstShare(beta: number, t: number): { readonly started: number; readonly fair: number } {
  const impulse = [1, ...new Array<number>(t - 1).fill(0)];
  let started = 1;
  for (const x of impulse.slice(1)) started = beta * started + (1 - beta) * x;
  return { started, fair: ewa(impulse, beta, { biasCorrection: true }).at(-1)! };
}

const OMEGA = (2 * Math.PI) / 365;
const variance = (weights: readonly number[]) => weights.reduce((sum, w) => sum + w * w, 0);

/** 2m − m⁽²⁾ at β = 0.9 of a sequence. */
function doubled(sequence: readonly number[]): readonly number[] {
  const m = ewa(sequence, 0.9);
  return ewa(m, 0.9).map((second, i) => 2 * m[i]! - second);
}
/** The weights of 2m − m⁽²⁾ by age. */
const twice = doubled([1, ...new Array<number>(2000).fill(0)]);

/** Variance of the corrected average of t independent numbers of variance 1: the sum of its squared weights. */
function startVariance(beta: number, t: number): number {
  const weights = Array.from({ length: t }, (_, i) => {
    const impulse = Array.from({ length: t }, (_, j) => (i === j ? 1 : 0));
    return ewa(impulse, beta, { biasCorrection: true }).at(-1)!;
  });
  return variance(weights);
}

const ramp = Array.from({ length: 3000 }, (_, i) => i + 1);
const behind = (beta: number, biasCorrection: boolean) =>
  ramp.length - ewa(ramp, beta, { biasCorrection }).at(-1)!;

/** Words of the chapter → the numbers in them, recomputed. */
const ledger: Ledger = [
  ["$50+22\\sin\\frac{2\\pi(d-105)}{365}$", [50, 22, 2, 105, 365]],
  ["With $\\beta=0.98$ the dashed curve", [0.98]],
  [
    "on day 5 it stands at $2.0$ degrees, where the season is at $28.2$",
    [5, plain(0.98, 5), season[4]!],
  ],
  ["weight $(1-\\beta)\\beta^{100}$", [1, 100]],
  ["It has $(1-\\beta)\\beta^{99}$. The newest number, $x_{100}$,", [1, 99, 100]],
  ["so the oldest has 99", [99]],
  [
    "With exponents from 0 to 99 the weights add up to $1-\\beta^{100}$, which is $0.99997344$ at $\\beta=0.9$",
    [0, 99, 1, 100, ewaMass(0.9, 100), 0.9],
  ],
  ["to $1/e\\approx0.368$ after", [1, Math.exp(-1)]],
  ["| 0.5 | 2 | 0.2500 | 1.00 | 1.44 | 3 | 4 / 7 |", readings(0.5)],
  ["| 0.9 | 10 | 0.3487 | 6.58 | 9.49 | 19 | 22 / 44 |", readings(0.9)],
  ["| 0.95 | 20 | 0.3585 | 13.51 | 19.50 | 39 | 45 / 90 |", readings(0.95)],
  ["| 0.98 | 50 | 0.3642 | 34.31 | 49.50 | 99 | 114 / 228 |", readings(0.98)],
  ["| 0.99 | 100 | 0.3660 | 68.97 | 99.50 | 199 | 230 / 459 |", readings(0.99)],
  ["| 0.999 | 1000 | 0.3677 | 692.80 | 999.50 | 1999 | 2302 / 4603 |", readings(0.999)],
  ["| steps to 90 % / 99 % |", [90, 99]],
  ["that expression is $0.1^{1.111}=0.0774$", [1 - 0.9, 1 / 0.9, (1 - 0.9) ** (1 / 0.9)]],
  ["the weight left after it, $0.9^{10}=0.3487$", [0.9, 10, 0.9 ** 10]],
  [
    "have $65.1\\%$ of the weight at $\\beta=0.9$, in the limit of long windows $63.2\\%$",
    [100 * ewaMass(0.9, 10), 0.9, 100 * (1 - Math.exp(-1))],
  ],
  ["19 numbers for how much noise", [ewaWindow(0.9).effectiveSize]],
  ["averages 100000 numbers", [100_000]],
  ["at $\\beta=0.98$ these $N$ numbers", [0.98]],
  [
    "At $\\beta=0.98$ the factor is $0.096$ on day 5 and still only $0.867$ on day 100",
    [0.98, ewaMass(0.98, 5), 5, ewaMass(0.98, 100), 100],
  ],
  [
    "At $\\beta=0.9$ ten steps reach $65\\%$, 22 reach $90\\%$ and 44 reach $99\\%$",
    [0.9, 100 * ewaMass(0.9, 10), ewaWarmUpSteps(0.9, 0.1), 90, ewaWarmUpSteps(0.9), 99],
  ],
  [
    "$90\\%$ takes 2302 steps and $99\\%$ takes 4603",
    [90, ewaWarmUpSteps(0.999, 0.1), 99, ewaWarmUpSteps(0.999)],
  ],
  ["move $t$ to 10, 22 and 44", [10, ewaWarmUpSteps(0.9, 0.1), ewaWarmUpSteps(0.9)]],
  [
    "On day 5 it stands at $21.3$ instead of $2.0$, and on day 20 at $26.8$ instead of $8.9$; the true mean of that day is $28.1$",
    [5, corrected(0.98, 5), plain(0.98, 5), 20, corrected(0.98, 20), plain(0.98, 20), season[19]!],
  ],
  [
    "At $\\beta=0.9$ it has $38.7\\%$ of the weight after ten numbers",
    [0.9, 100 * firstShare(0.9, 10).started],
  ],
  ["In the corrected average it has $5.9\\%$", [100 * firstShare(0.9, 10).fair]],
  [
    "at $\\beta=0.9$ the variance that is left rises from $0.0526\\sigma^2$ to $0.126\\sigma^2$",
    [0.9, ewaWindow(0.9).varianceFactor, 2, variance(twice), 2],
  ],
  [
    "At $\\beta=0.9$ and $t=10$ it is $0.109$, twice its limit of $0.053$",
    [0.9, 10, startVariance(0.9, 10), ewaWindow(0.9).varianceFactor],
  ],
  ["both averages end up 9 steps behind at $\\beta=0.9$", [behind(0.9, true), 0.9]],
  ["corrected average after day 60", [60]],
  ["| 0 | 6.00 | 0.00 | 6.00 | 5.48 |", errors(0)],
  ["| 0.5 | 3.46 | 0.27 | 3.47 | 3.05 |", errors(0.5)],
  ["| 0.7 | 2.52 | 0.62 | 2.60 | 2.24 |", errors(0.7)],
  ["| 0.8 | 2.00 | 1.07 | 2.27 | 1.97 |", errors(0.8)],
  ["| 0.85 | 1.71 | 1.51 | 2.28 | 2.05 |", errors(0.85)],
  ["| 0.9 | 1.38 | 2.38 | 2.75 | 2.65 |", errors(0.9)],
  ["| 0.95 | 0.96 | 4.82 | 4.92 | 5.12 |", errors(0.95)],
  ["| 0.98 | 0.60 | 9.99 | 10.01 | 10.45 |", errors(0.98)],
  ["RMS after day 60 is $5.48$, not 6", [60, measured(0), 6]],
  ["with 12 degrees of it to $0.88$", [12, best(12)]],
  ["A season of amplitude 22 with $\\omega=2\\pi/365$", [22, 2, 365]],
  [
    "amplitude $22|1-G|$. The mean square of a sine is $\\frac{1}{2}$, so its RMS is $22|1-G|/\\sqrt2$",
    [22, 1, 1, 2, 22, 1, 2],
  ],
  [
    "At $\\beta=0.98$ the year, with $\\omega=0.017$, is no longer slow against $1-\\beta=0.02$: this rule would give $13.1$, where the table has $9.99$",
    [0.98, OMEGA, 1, 1 - 0.98, (22 * OMEGA * ewaWindow(0.98).meanAge) / Math.SQRT2, lagCost(0.98)],
  ],
  [
    "still has $0.999^{1000}=36.8\\%$ of the weight",
    [0.999, 1000, 100 * firstShare(0.999, 1001).started],
  ],
];

/** Not a result: β₂ of Adam, where the text only names it. */
const AS_GIVEN = new Set(["0.999"]);

describe("the numbers of chapter 5", () => {
  testLedger(text, ledger, AS_GIVEN);

  it("say that the best β of the year is near 0.8, in the table's theory too, and 0 without noise", () => {
    expect(Math.abs(best(6) - 0.8)).toBeLessThan(0.02);
    const theory = (beta: number) => Math.hypot(noiseLeft(beta), lagCost(beta));
    for (const beta of [0.7, 0.9]) expect(theory(0.8)).toBeLessThan(theory(beta));
    expect(best(0)).toBe(0);
  });

  it("say that β = 0.98 is worse than no average", () => {
    expect(measured(0.98)).toBeGreaterThan(measured(0));
  });

  it("say that the average runs below the season in spring and above it in autumn", () => {
    const m = ewa(temperature, 0.98, { biasCorrection: true });
    for (let day = 80; day <= 190; day++) expect(m[day - 1]).toBeLessThan(season[day - 1]!);
    for (let day = 270; day <= 350; day++) expect(m[day - 1]).toBeGreaterThan(season[day - 1]!);
  });

  it("say that the measured variances of pure noise agree to within six per cent", () => {
    const noise = gauss(mulberry32(4));
    const white = Array.from({ length: 100_000 }, () => noise());
    for (const beta of [0, 0.5, 0.9, 0.98]) {
      const settled = ewa(white, beta).slice(1000);
      const mean = settled.reduce((sum, m) => sum + m, 0) / settled.length;
      const variance = settled.reduce((sum, m) => sum + (m - mean) ** 2, 0) / settled.length;
      expect(Math.abs(variance / ewaWindow(beta).varianceFactor - 1)).toBeLessThan(0.06);
    }
  });

  it("say that for a variance these many numbers are worth about two thousand, so errors of a few per cent are usual", () => {
    // The autocorrelation of the average is βᵏ, so its squares decay with β²: n(1 − β²)/(1 + β²).
    const worth = (100_000 * (1 - 0.98 ** 2)) / (1 + 0.98 ** 2);
    expect(Math.abs(worth - 2000)).toBeLessThan(50);
    expect(Math.sqrt(2 / worth)).toBeCloseTo(0.03, 2);
  });

  it("say that the winter days left out move about half as fast as the average day", () => {
    const slopes = season.map((_, i) => Math.cos((2 * Math.PI * (i + 1 - 105)) / 365));
    const rms = (list: readonly number[]) => Math.sqrt(variance(list) / list.length);
    expect(Math.abs(rms(slopes.slice(0, 60)) / rms(slopes) - 0.5)).toBeLessThan(0.06);
  });

  it("say that the noise left runs against the lag, which matters near the best β and hardly for small ones", () => {
    const parts = (beta: number) => {
      const of = (list: readonly number[]) => ewa(list, beta, { biasCorrection: true });
      const noise = of(unit.map((z) => 6 * z)).slice(60);
      const lag = of(season)
        .map((m, i) => m - season[i]!)
        .slice(60);
      const both = noise.reduce((sum, z, i) => sum + 2 * z * lag[i]!, 0) / noise.length;
      return { quieter: variance(noise) / noise.length - noiseLeft(beta) ** 2, both };
    };
    for (const beta of [0.5, 0.7]) {
      expect(measured(beta)).toBeLessThan(Math.hypot(noiseLeft(beta), lagCost(beta)));
      expect(parts(beta).quieter).toBeLessThan(5 * parts(beta).both);
    }
    for (const beta of [0.8, 0.85]) {
      expect(parts(beta).both).toBeLessThan(0.4 * parts(beta).quieter);
    }
  });

  it("say that 2m − m⁽²⁾ has no lag on a ramp, where m⁽²⁾ lags twice as far as m", () => {
    expect(doubled(ramp).at(-1)).toBeCloseTo(3000, 6);
    expect(ewa(ewa(ramp, 0.9), 0.9).at(-1)).toBeCloseTo(3000 - 2 * 9, 6);
  });

  it("say that for large β the lag costs more in the days that are measured than in the whole year", () => {
    const lagged = (beta: number, from: number) => {
      const m = ewa([...season, ...season, ...season], beta).slice(730);
      const errors = m.map((value, day) => value - season[day]!).slice(from);
      return Math.hypot(...errors) / Math.sqrt(errors.length);
    };
    for (const beta of [0.95, 0.98]) expect(lagged(beta, 60)).toBeGreaterThan(lagged(beta, 0));
  });

  it("say that the stepping form keeps a constant exactly, and the quotient nearly", () => {
    let mHat = 0;
    const quotients = ewa(new Array(1000).fill(0.1), 0.9, { biasCorrection: true });
    quotients.forEach((quotient, i) => {
      mHat += ((1 - 0.9) / (1 - 0.9 ** (i + 1))) * (0.1 - mHat);
      expect(mHat).toBe(0.1);
      expect(quotient).toBeCloseTo(0.1, 14);
    });
    expect(quotients.some((quotient) => quotient !== 0.1)).toBe(true);
  });

  it("say that the share of the newest number tends to 1/t as β tends to 1", () => {
    const beta = 1 - 1e-9;
    for (const t of [1, 2, 10]) expect((1 - beta) / (1 - beta ** t)).toBeCloseTo(1 / t, 6);
  });

  it("say how far an average is behind a ramp, exactly", () => {
    for (const beta of [0.5, 0.9]) {
      ewa(ramp.slice(0, 40), beta).forEach((m, i) => {
        expect(i + 1 - m).toBeCloseTo((beta / (1 - beta)) * (1 - beta ** (i + 1)), 10);
      });
      ewa(ramp.slice(0, 40), beta, { biasCorrection: true }).forEach((m, i) => {
        const t = i + 1;
        const lag = beta / (1 - beta) - (t * beta ** t) / (1 - beta ** t);
        expect(t - m).toBeCloseTo(lag, 10);
      });
      expect(behind(beta, false)).toBeCloseTo(behind(beta, true), 9);
    }
  });
});
