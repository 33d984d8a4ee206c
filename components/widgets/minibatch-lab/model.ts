import { gradientDescentKernel, minibatchRows, mulberry32 } from "@downhill/optim";
import { leftForGood } from "#src/plotting/left-for-good.ts";
import type { Point } from "#src/plotting/scale.ts";
import { type LineData, nearLine, onLine } from "./data.ts";
import { BATCHES, COUNT, type LabState, schedules, stepsOf } from "./state.ts";

/** One run: (w, c) after 0, 1, … updates, and how far the loss is above its minimum there. */
export interface LabRun {
  readonly b: number;
  readonly points: readonly Point[];
  readonly excess: readonly number[];
  readonly diverged?: number;
}

export interface LabModel {
  readonly data: LineData;
  /** One run for each batch size. */
  readonly runs: readonly LabRun[];
}

type Setting = Omit<LabState, "b" | "clock" | "t">;

/** The runs of all batch sizes with one setting. */
export function labModel(setting: Setting): LabModel {
  const data = setting.exact ? onLine : nearLine;
  return { data, runs: BATCHES.map((b) => labRun(data, b, setting)) };
}

/** Farther out than this a run does not come back: it is at a million times the first loss. */
const LOST = 1e4;

/** Descent by batches: the update of the package, on the rows that the package draws. */
export function labRun(data: LineData, b: number, setting: Setting): LabRun {
  const { eta, schedule, replacement, seed, w, c } = setting;
  const rateOf = schedules.find(({ value }) => value === schedule)?.rate ?? (() => () => eta);
  const rate = rateOf(eta);
  const rows = replacement ? drawn(b, seed) : minibatchRows(data.loss, { batchSize: b, seed });
  const theta = Float64Array.of(w, c);
  const points: Point[] = [{ x: w, y: c }];
  for (let t = 1; t <= stepsOf(b) && Math.max(...theta.map(Math.abs)) < LOST; t++) {
    gradientDescentKernel(theta, data.loss.over(rows(t)).gradient(theta), rate(t));
    points.push({ x: theta[0] as number, y: theta[1] as number });
  }
  const diverged =
    points.length <= stepsOf(b) ? leftForGood(points, { x: [-99, 99], y: [-99, 99] }) : undefined;
  return {
    b,
    points,
    excess: points.map(({ x, y }) => data.excess(x, y)),
    ...(diverged === undefined ? {} : { diverged }),
  };
}

/** Each row drawn from all, whatever came before; asked for in the order of the updates. */
function drawn(b: number, seed: number): (t: number) => readonly number[] {
  const rng = mulberry32(seed);
  return () => Array.from({ length: b }, () => Math.floor(rng() * COUNT));
}
