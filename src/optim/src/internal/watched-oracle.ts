import type { Calls, Matrix, Objective, Oracle, StochasticObjective, Vec } from "../types.ts";
import { dot } from "../vec.ts";
import { askGradient, askHessian, askHessianVector, askSample, askValue } from "./ask.ts";

/** What a driver needs: the method's oracle, and its own look at the same function. */
export interface Watched {
  /** For the method: every question is counted, once for each point. */
  readonly oracle: Oracle;
  /** For whoever records the run: shares what is known, and counts nothing. Always the true f. */
  readonly watch: Oracle;
  /** Lets the oracle see what iteration k sees, which matters for stochastic objectives only. */
  turnTo(k: number): void;
}

/** An oracle, together with an uncounted view for whoever records the run. */
export function watchedOracle(objective: Objective | StochasticObjective): Watched {
  const calls = { f: 0, g: 0, h: 0, hv: 0 };
  const whole: Source = { objective, recall: memory() };
  let sample = whole;
  return {
    oracle: view(() => sample, calls),
    watch: view(() => whole, undefined),
    turnTo(k) {
      if ("at" in objective) sample = { objective: askSample(objective, k), recall: memory() };
    },
  };
}

interface Source {
  readonly objective: Objective;
  readonly recall: (x: Vec) => Entry;
}

interface Entry {
  readonly x: Vec;
  readonly counted: { f?: boolean; g?: boolean; h?: boolean };
  f?: number;
  g?: Vec;
  h?: Matrix;
}

function view(
  source: () => Source,
  calls: { -readonly [K in keyof Calls]: number } | undefined,
): Oracle {
  const entryFor = (x: Vec, kind: "f" | "g" | "h"): Entry => {
    const entry = source().recall(x);
    if (calls !== undefined && !entry.counted[kind]) {
      entry.counted[kind] = true;
      calls[kind]++;
    }
    return entry;
  };
  const h = (x: Vec): Matrix => {
    const entry = entryFor(x, "h");
    entry.h ??= askHessian(source().objective, entry.x);
    return entry.h;
  };
  return {
    get dim() {
      return source().objective.dim;
    },
    get calls(): Calls {
      return { f: 0, g: 0, h: 0, hv: 0, ...calls };
    },
    f(x) {
      const entry = entryFor(x, "f");
      entry.f ??= askValue(source().objective, entry.x);
      return entry.f;
    },
    g(x) {
      const entry = entryFor(x, "g");
      // A copy: the objective may write its next gradient into the same array.
      entry.g ??= Float64Array.from(askGradient(source().objective, entry.x));
      return entry.g;
    },
    h,
    hv(x, v) {
      const { objective } = source();
      if (objective.hessianVector === undefined)
        return Float64Array.from(h(x), (row) => dot(row, v));
      if (calls !== undefined) calls.hv++;
      return askHessianVector(objective, x, v);
    },
  };
}

/** A line search looks back at a trial point or two; nothing looks back further than this. */
const REMEMBERED = 4;

/** Points are compared by content and kept as copies: nobody can change what is remembered. */
function memory(): (x: Vec) => Entry {
  const entries: Entry[] = [];
  return (x) => {
    const known = entries.find((entry) => same(entry.x, x));
    if (known !== undefined) return known;
    const entry: Entry = { x: Float64Array.from(x), counted: {} };
    entries.unshift(entry);
    entries.length = Math.min(entries.length, REMEMBERED);
    return entry;
  };
}

/** Object.is, so that 0 and −0 are different points (1/x) and NaN is one. */
function same(a: Vec, b: Vec): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}
