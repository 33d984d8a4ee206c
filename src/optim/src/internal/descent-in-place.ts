import { createOracle } from "../oracle.ts";
import type { Before, DirectionInPlace, InPlace, Line, Objective, Vec } from "../types.ts";
import { allFinite, dot, norm } from "../vec.ts";

/**
 * A descent at work on its own buffers: the same arithmetic as the pure steps of `descend`, bit
 * for bit. It knows f and ∇f where it stands and at the last point that was tried; a step to
 * that point evaluates nothing again.
 */
export function descentInPlace(
  x0: Vec,
  newDirection: () => DirectionInPlace,
  lengthOf: (line: Line, before: Before | undefined, k: number) => number | string,
): InPlace {
  const n = x0.length;
  const x = Float64Array.from(x0);
  const d = new Float64Array(n);
  const trial = new Float64Array(n);
  let here: Values = { g: new Float64Array(n), gKnown: false };
  let there: Values = { g: new Float64Array(n), gKnown: false };
  /** Which α `trial` and `there` belong to. */
  let tried = Number.NaN;
  let direct = newDirection();
  let objective: Objective;
  let before: Before | undefined;

  const moveTo = (alpha: number): void => {
    if (alpha === tried) return;
    for (let i = 0; i < n; i++) trial[i] = x[i]! + alpha * d[i]!;
    tried = alpha;
    forget(there);
  };
  const at = (alpha: number): Vec => {
    if (alpha === 0) return x;
    moveTo(alpha);
    return trial;
  };
  const line: Line = {
    value(alpha) {
      const point = at(alpha);
      const values = alpha === 0 ? here : there;
      values.f ??= objective.value(point);
      return values.f;
    },
    slope(alpha) {
      const point = at(alpha);
      const values = alpha === 0 ? here : there;
      evaluateGradient(objective, point, values);
      return dot(values.g, d);
    },
    curvature: (alpha) => dot(createOracle(objective).hv(at(alpha), d), d),
    length: () => norm(d),
  };

  return {
    x,
    get stepLength() {
      return before?.stepLength;
    },
    get g() {
      return here.gKnown ? here.g : undefined;
    },
    advance(seen, k) {
      // Another function, or a point that somebody has moved since the step that led to `trial`.
      if (seen !== objective || !same(x, trial)) forget(here);
      objective = seen;
      evaluateGradient(objective, x, here);
      if (!allFinite(here.g)) return { diverged: "the gradient" };
      direct(d, x, here.g, k);
      if (!allFinite(d)) return { diverged: "the direction" };
      tried = Number.NaN;
      let stepLength = lengthOf(line, before, k);
      if (typeof stepLength === "string") {
        const failed = Float64Array.from(d);
        direct = newDirection();
        direct(d, x, here.g, k);
        if (same(d, failed)) return { stalled: stepLength };
        tried = Number.NaN;
        stepLength = lengthOf(line, undefined, k);
      }
      if (typeof stepLength === "string") return { stalled: stepLength };
      moveTo(stepLength);
      if (!allFinite(trial)) return { diverged: "x" };
      before = beforeOf(stepLength, dot(here.g, d), here.f);
      x.set(trial);
      [here, there] = [there, here];
      return undefined;
    },
  };
}

/** What the next search is told of this step; of f only if it was evaluated. */
export function beforeOf(stepLength: number, slope: number, f: number | undefined): Before {
  return f === undefined ? { stepLength, slope } : { stepLength, slope, f };
}

/** Whether two directions are the same, entry by entry. */
export function same(a: Vec, b: Vec): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** f and ∇f at one point, as far as they are known. */
interface Values {
  f?: number | undefined;
  readonly g: Vec;
  gKnown: boolean;
}

function forget(values: Values): void {
  values.f = undefined;
  values.gKnown = false;
}

function evaluateGradient(objective: Objective, x: Vec, values: Values): void {
  if (values.gKnown) return;
  if (objective.gradientInto === undefined) values.g.set(objective.gradient(x));
  else objective.gradientInto(x, values.g);
  values.gKnown = true;
}
