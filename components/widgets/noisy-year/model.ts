import { ewa, ewaMass, ewaWindow, gauss, mulberry32 } from "@downhill/optim";
import { DAYS } from "./state.ts";

/** What is known at the end of a day; before the first number there is no corrected average. */
export interface Day {
  readonly t: number;
  readonly temperature?: number;
  readonly season: number;
  readonly average: number;
  readonly corrected?: number;
  /** Sum of the weights so far, 1 − βᵗ. */
  readonly mass: number;
}

/** One average of the year, with and without correction. */
export interface YearModel {
  /** Day t at index t; day 0 is the start. */
  readonly days: readonly Day[];
  /** β/(1 − β), in days. */
  readonly lag: number;
  /** Root mean square distance from the season once the start is over, in degrees. */
  readonly error: number;
  readonly correctedError: number;
}

/** The errors are taken after this day: before it the start decides. */
export const SETTLED = 60;

/** The mean temperature of day t in degrees Fahrenheit: coldest in the middle of January. */
export const seasonOf = (t: number) => 50 + 22 * Math.sin((2 * Math.PI * (t - 105)) / 365);

const NOISE = 6;
const normal = gauss(mulberry32(11));

/** The daily temperatures, day 1 first: the season and independent noise. */
export const temperatures: readonly number[] = Array.from(
  { length: DAYS },
  (_, i) => seasonOf(i + 1) + NOISE * normal(),
);

/** The averages of the year for a retention. */
export function yearModel(beta: number): YearModel {
  const averages = ewa(temperatures, beta);
  const corrected = ewa(temperatures, beta, { biasCorrection: true });
  const start: Day = { t: 0, season: seasonOf(0), average: 0, mass: 0 };
  const days = temperatures.map((temperature, i): Day => {
    const t = i + 1;
    return {
      t,
      temperature,
      season: seasonOf(t),
      average: averages[i] as number,
      corrected: corrected[i] as number,
      mass: ewaMass(beta, t),
    };
  });
  return {
    days: [start, ...days],
    lag: ewaWindow(beta).meanAge,
    error: distance(averages),
    correctedError: distance(corrected),
  };
}

function distance(averages: readonly number[]): number {
  const errors = averages.map((m, i) => m - seasonOf(i + 1)).slice(SETTLED);
  return Math.hypot(...errors) / Math.sqrt(errors.length);
}
