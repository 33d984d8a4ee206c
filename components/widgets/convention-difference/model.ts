import type { Comparison } from "#src/course/convention-schema.ts";
import { methodRuns } from "../step-lengths/model.ts";
import { type LineLook, lookOf } from "./looks.ts";
import { methodOf } from "./makers.ts";
import type { ConventionProblem } from "./problems.ts";

/** One convention's run, as numbers at index t = 1, 2, …; none at 0, and none after a divergence. */
export interface ConventionRun {
  readonly name: string;
  readonly look: LineLook;
  /** Length of step t over the learning rate that the reader has set. */
  readonly steps: readonly (number | undefined)[];
  /** How far θ is from 0, where the minimum or the start is. */
  readonly distances: readonly (number | undefined)[];
  /** How far θ is from that of the first convention. */
  readonly apart: readonly (number | undefined)[];
  /** The step that left the numbers, if one did. */
  readonly diverged?: number;
}

const CUT_BY = 10;

/** Every convention of a comparison on one problem, by the package's own code. */
export function conventionRuns(
  { lines }: Comparison,
  problem: ConventionProblem,
  rate: number,
): readonly ConventionRun[] {
  const { objective, start, steps, cutAfter } = problem;
  const contestants = lines.map(({ name, method, options, rateFactor }, i) => {
    const own = rate * rateFactor;
    const learningRate =
      cutAfter === undefined ? own : (k: number) => (k > cutAfter ? own / CUT_BY : own);
    return { name, look: lookOf(i), make: () => methodOf(method, { ...options, learningRate }) };
  });
  const source = { ...problem, name: "", start, steps, objective: () => objective };
  const runs = methodRuns({ methods: contestants }, source, {});
  const base = runs[0]?.samples ?? [];
  return runs.map(({ method, samples, diverged }, i) => ({
    name: method.name,
    look: lookOf(i),
    steps: fromOne(samples.map((step) => norm(step.map(({ move }) => move)) / rate)),
    distances: fromOne(samples.map((step) => norm(step.map(({ x }) => x)))),
    apart: fromOne(
      samples.map((step, t) => norm(step.map(({ x }, j) => x - (base[t]?.[j]?.x ?? Number.NaN)))),
    ),
    ...(diverged === undefined ? {} : { diverged }),
  }));
}

/** The largest distance from the first convention, and its step. */
export function farthest({ apart }: ConventionRun): { readonly t: number; readonly apart: number } {
  return apart.reduce<{ t: number; apart: number }>(
    (best, value, t) => (value !== undefined && value > best.apart ? { t, apart: value } : best),
    { t: 0, apart: 0 },
  );
}

function norm(values: readonly number[]): number {
  return Math.hypot(...values);
}

function fromOne(values: readonly number[]): readonly (number | undefined)[] {
  return [undefined, ...values.map((value) => (Number.isFinite(value) ? value : undefined))];
}
