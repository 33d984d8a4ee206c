import {
  armijo,
  backtracking,
  doubleWell1d,
  goldenSectionSteps,
  type Line,
  type LineSearch,
  newtonRaphsonSteps,
  type ScalarOutcome,
  secantSteps,
  strongCurvature,
  strongWolfe,
} from "@downhill/optim";
import { say } from "#src/language/say.ts";
import type { BenchState, SearchName } from "./state.ts";

/** A step length that was tried. */
export interface Trial {
  readonly alpha: number;
  readonly f: number;
  /** φ′ there, if the search has looked at it. */
  readonly slope?: number;
  /** What golden section knows after this trial: the interval that still holds a dip. */
  readonly bracket?: readonly [number, number];
}

/** An interval of step lengths. */
export type Zone = readonly [from: number, to: number];

/** A search on the line from the start downhill, with all that it has looked at. */
export interface Bench {
  readonly start: number;
  /** The direction p = −f′. */
  readonly p: number;
  /** φ(0) and φ′(0). */
  readonly f0: number;
  readonly slope0: number;
  /** The largest step length in the picture. */
  readonly reach: number;
  readonly trials: readonly Trial[];
  /** The step length that the search gives back; none if it fails. */
  readonly found?: number;
  /** Why there is none, in words. */
  readonly failure?: string;
  /** Evaluations of f, of f′ and of f″, those at the start of the line with them. */
  readonly calls: { readonly f: number; readonly g: number; readonly h: number };
  /** Step lengths in the picture at which a condition holds. */
  readonly armijo: readonly Zone[];
  readonly curvature: readonly Zone[];
  readonly both: readonly Zone[];
}

type Setting = Omit<BenchState, "t">;

/** The picture shows the line between these places. */
const LEFT = -2.45;
const RIGHT = 2.3;
/** How near golden section, the secant and Newton come before they stop. */
const TOLERANCE = 1e-3;
const MOST_STEPS = 12;

/** p = −f′ at the start. */
export function downhill(start: number): number {
  return -slopeAt(start);
}

/** f along the line from the start downhill. */
export function benchLine(start: number): Line {
  const p = downhill(start);
  const at = (alpha: number) => start + alpha * p;
  return {
    value: (alpha) => doubleWell1d.value(Float64Array.of(at(alpha))),
    slope: (alpha) => p * slopeAt(at(alpha)),
    curvature: (alpha) => p * p * curvatureAt(at(alpha)),
    length: () => Math.abs(p),
  };
}

const slopeAt = (x: number) => doubleWell1d.gradient(Float64Array.of(x))[0] as number;
const curvatureAt = (x: number) => doubleWell1d.hessian(Float64Array.of(x))[0]?.[0] as number;

/** c₂ must not be below c₁. */
export function curvatureConstant({ c1, c2 }: Pick<Setting, "c1" | "c2">): number {
  return Math.max(c1, c2);
}

/** Runs the search and keeps what it looks at. */
export function bench(setting: Setting): Bench {
  const { start, c1 } = setting;
  const c2 = curvatureConstant(setting);
  const line = benchLine(start);
  const p = downhill(start);
  const [f0, slope0] = [line.value(0), line.slope(0)];
  const reach = ((p > 0 ? RIGHT : LEFT) - start) / p;
  const lowEnough = (alpha: number) => armijo(line.value(alpha), alpha, f0, slope0, c1);
  const flatEnough = (alpha: number) => strongCurvature(line.slope(alpha), slope0, c2);
  return {
    start,
    p,
    f0,
    slope0,
    reach,
    ...searched(line, reach, { ...setting, c2 }),
    armijo: zonesOf(lowEnough, reach),
    curvature: zonesOf(flatEnough, reach),
    both: zonesOf((alpha) => lowEnough(alpha) && flatEnough(alpha), reach),
  };
}

type Searched = Pick<Bench, "trials" | "found" | "failure" | "calls">;

function searched(line: Line, reach: number, { search, c1, c2, first }: Setting): Searched {
  switch (search) {
    case "backtracking":
      return watched(line, backtracking({ c1, firstTrial: first }));
    case "strong-wolfe":
      return watched(line, strongWolfe({ c1, c2, firstTrial: first }));
    case "golden-section":
      return goldenSectionOn(line, reach);
    case "secant":
      return rootFinder(
        line,
        secantSteps((alpha) => line.slope(alpha), 0, first, LIMITS),
        [0, first],
      );
    case "newton":
      return rootFinder(
        line,
        newtonRaphsonSteps(
          (alpha) => line.slope(alpha),
          (alpha) => line.curvature(alpha),
          0,
          LIMITS,
        ),
        [0],
      );
  }
}

const LIMITS = { tolerance: TOLERANCE, steps: MOST_STEPS };

/** A line search on a line that writes down each step length it looks at; each is counted once. */
function watched(line: Line, search: LineSearch): Searched {
  const trials: Trial[] = [];
  const seen = { f: new Set<number>(), g: new Set<number>() };
  const note = (alpha: number, part: Partial<Trial>) => {
    if (alpha === 0) return;
    const last = trials.at(-1);
    if (last?.alpha === alpha) trials[trials.length - 1] = { ...last, ...part };
    else trials.push({ alpha, f: line.value(alpha), ...part });
  };
  const result = search.along?.(
    {
      ...line,
      value(alpha) {
        seen.f.add(alpha);
        note(alpha, {});
        return line.value(alpha);
      },
      slope(alpha) {
        seen.g.add(alpha);
        const slope = line.slope(alpha);
        note(alpha, { slope });
        return slope;
      },
    },
    undefined,
  );
  const calls = { f: seen.f.size, g: seen.g.size, h: 0 };
  if (typeof result === "number") return { trials, found: result, calls };
  return { trials, failure: result ?? "", calls };
}

function goldenSectionOn(line: Line, reach: number): Searched {
  const trials: Trial[] = [];
  const steps = goldenSectionSteps(line.value, 0, reach, { tolerance: TOLERANCE });
  let found = 0;
  for (const { a, b, c, d, x } of steps) {
    for (const point of [c, d])
      if (!trials.some(({ alpha }) => alpha === point.x))
        trials.push({ alpha: point.x, f: point.f, bracket: [a, b] });
    found = x;
  }
  return { trials, found, calls: { f: trials.length, g: 0, h: 0 } };
}

interface RootStep {
  readonly x: number;
  readonly g: number;
  readonly calls: { readonly f: number; readonly g: number; readonly h: number };
}

/** Secant and Newton: each step is a trial; the points that they are given are none. */
function rootFinder(
  line: Line,
  steps: Generator<RootStep, ScalarOutcome, undefined>,
  given: readonly number[],
): Searched {
  const trials: Trial[] = [];
  let calls = { f: 0, g: 0, h: 0 };
  for (;;) {
    const next = steps.next();
    const last = trials.at(-1);
    if (next.done) {
      if (next.value.kind === "converged" && last !== undefined)
        return { trials, found: last.alpha, calls };
      const failure =
        "reason" in next.value
          ? next.value.reason
          : say("no end after {steps} steps", { steps: MOST_STEPS });
      return { trials, failure, calls };
    }
    const { x: alpha, g: slope } = next.value;
    calls = next.value.calls;
    if (!given.includes(alpha) || alpha > 0) trials.push({ alpha, f: line.value(alpha), slope });
  }
}

const SAMPLES = 2000;

/** The intervals of (0, reach] in which a condition holds, their ends found by halving. */
export function zonesOf(holds: (alpha: number) => boolean, reach: number): readonly Zone[] {
  const zones: Zone[] = [];
  let from: number | undefined;
  let before = 0;
  for (let i = 1; i <= SAMPLES; i++) {
    const alpha = (reach * i) / SAMPLES;
    const inside = holds(alpha);
    if (inside && from === undefined) from = i === 1 ? 0 : border(holds, before, alpha);
    if (!inside && from !== undefined) {
      zones.push([from, border(holds, before, alpha)]);
      from = undefined;
    }
    before = alpha;
  }
  return from === undefined ? zones : [...zones, [from, reach]];
}

/** Where the condition changes between two step lengths at which it differs. */
function border(holds: (alpha: number) => boolean, low: number, high: number): number {
  const atLow = holds(low);
  let [a, b] = [low, high];
  for (let i = 0; i < 40; i++) {
    const middle = (a + b) / 2;
    if (holds(middle) === atLow) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}

/** Whether a search asks for the two conditions, and which. */
export function asksFor(search: SearchName): "armijo" | "both" | "neither" {
  if (search === "backtracking") return "armijo";
  return search === "strong-wolfe" ? "both" : "neither";
}
