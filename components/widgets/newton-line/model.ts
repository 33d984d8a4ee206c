import { createOracle, newton } from "@downhill/optim";
import { type Curve, LONGEST, type Rest } from "./state.ts";

/** One point of a run. */
export interface Stand {
  readonly x: number;
  readonly f: number;
  /** First and second derivative. */
  readonly slope: number;
  readonly bend: number;
}

/** A run of Newton's method in one variable. */
export interface NewtonRun {
  readonly curve: Curve;
  readonly stands: readonly Stand[];
  readonly end: End;
}

/** What comes of a run. */
export type End =
  | { readonly kind: "rest"; readonly rest: Rest }
  | { readonly kind: "diverged"; readonly at: number }
  /** It has left the part of the line where the function is defined. */
  | { readonly kind: "outside"; readonly at: number }
  | { readonly kind: "cycle" }
  | { readonly kind: "unsettled" };

/** The slope at which a run has come to rest. */
const LEVEL = 1e-12;
/** So far from the origin a run is lost; those that come back from a long leap stay below. */
const LOST = 1e9;

const method = newton();

/**
 * Newton's method on a curve from a start, step by step, by the package. Not with its `run`: that
 * ends before the first point at which f is not defined, and here this point is to be seen.
 */
export function newtonRun(curve: Curve, from: number): NewtonRun {
  const { objective, domain } = curve;
  const outside = (x: number) => !(x > domain[0] && x < domain[1]);
  const oracle = createOracle(objective);
  const stands: Stand[] = [];
  let state = method.init(oracle, Float64Array.of(from));
  for (;;) {
    const x = state.x[0] as number;
    const slope = objective.gradient(state.x)[0] as number;
    const bend = objective.hessian?.(state.x)[0]?.[0] as number;
    stands.push({ x, f: objective.value(state.x), slope, bend });
    const over = Math.abs(slope) <= LEVEL || Math.abs(x) > LOST || outside(x);
    if (over || state.k === LONGEST) break;
    state = method.step(oracle, state);
    if (state.stalled !== undefined || state.diverged !== undefined) break;
  }
  return { curve, stands, end: endOf(curve, stands, outside) };
}

function endOf({ rests }: Curve, stands: readonly Stand[], outside: (x: number) => boolean): End {
  const last = stands.at(-1) as Stand;
  const at = stands.length - 1;
  if (outside(last.x)) return { kind: "outside", at };
  const rest = rests.find(({ x }) => Math.abs(last.x - x) < 1e-3);
  if (rest !== undefined) return { kind: "rest", rest };
  const before = stands.at(-3);
  if (before !== undefined && Math.abs(before.x - last.x) < 1e-9) return { kind: "cycle" };
  return Math.abs(last.x) > 1e3 ? { kind: "diverged", at } : { kind: "unsettled" };
}

/** Where the run ends, or the nearest point where it might have: errors are counted from there. */
export function targetOf({ curve, stands, end }: NewtonRun): Rest {
  if (end.kind === "rest") return end.rest;
  const from = (stands[0] as Stand).x;
  const distance = ({ x }: Rest) => Math.abs(x - from);
  return curve.rests.reduce((best, one) => (distance(one) < distance(best) ? one : best));
}

/** |x − x★| at every step. */
export function errorsOf(newtonRun: NewtonRun): readonly number[] {
  const target = targetOf(newtonRun).x;
  return newtonRun.stands.map(({ x }) => Math.abs(x - target));
}

/** A range of starts that all end in the same place; none where they end nowhere. */
export interface Basin {
  readonly from: number;
  readonly to: number;
  readonly rest?: Rest;
}

const STARTS = 320;

/** Where starts all over the picture end. */
export function basinsOf(curve: Curve): readonly Basin[] {
  const [left, right] = curve.window.x;
  const width = (right - left) / STARTS;
  const basins: { from: number; to: number; rest?: Rest }[] = [];
  for (let i = 0; i < STARTS; i++) {
    const from = left + i * width;
    // The middle of each piece; a start at which f is not defined ends nowhere.
    const { end } = newtonRun(curve, from + width / 2);
    const rest = end.kind === "rest" ? end.rest : undefined;
    const last = basins.at(-1);
    if (last !== undefined && last.rest === rest) last.to = from + width;
    else basins.push({ from, to: from + width, ...(rest !== undefined && { rest }) });
  }
  return basins;
}
