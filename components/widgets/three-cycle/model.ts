import {
  gradientDescent,
  type Method,
  momentum,
  nesterov,
  type Objective,
  run,
} from "@downhill/optim";
import type { MethodName } from "#src/plotting/method-looks.ts";
import { bestGradientDescent, bestMomentum } from "#src/plotting/quadratic-rates.ts";
import { SHOWN, WINDOW } from "./state.ts";

/** Curvature 25, but 1 between 1 and 2. */
const MU = 1;
const L = 25;

/** The slope: a spring that goes soft between 1 and 2. */
export function slope(x: number): number {
  if (x < 1) return L * x;
  return x < 2 ? MU * x + (L - MU) : L * x - (L - MU);
}

/** Lessard, Recht and Packard's function of one variable: its slope is continuous and piecewise linear. */
export const softSpring: Objective = {
  dim: 1,
  value(at) {
    const x = at[0] as number;
    const soft = L - MU;
    if (x < 1) return (L * x * x) / 2;
    return x < 2 ? (MU * x * x) / 2 + soft * (x - 0.5) : (L * x * x) / 2 - soft * (x - 1.5);
  },
  gradient: (at) => at.map(slope),
};

/** One method's run from the start. */
export interface SpringRun {
  readonly name: MethodName;
  /** How it is tuned, in words. */
  readonly tuning: string;
  /** Positions for the steps shown. */
  readonly xs: readonly number[];
  /** The points that it visits in turn for ever, where it never arrives. */
  readonly cycle?: readonly number[];
}

/** Long enough for every run from the window to have arrived, or to repeat itself. */
const LONGEST = 600;
const ARRIVED = 1e-6;
/** Two visits of the cycle are the same up to rounding. */
const SAME = 1e-9;
const best = bestMomentum(MU, L);

const methods: readonly (readonly [MethodName, string, Method])[] = [
  [
    "gradient descent",
    "η = 2/26",
    gradientDescent({ learningRate: bestGradientDescent(MU, L).eta }),
  ],
  ["momentum", "η = 1/9, β = 4/9", momentum({ learningRate: best.eta, beta: best.beta })],
  ["Nesterov", "η = 1/25, β = 2/3", nesterov({ learningRate: 1 / L, beta: 2 / 3 })],
];

/** The three runs from one start, each with what theory recommends for curvatures from 1 to 25. */
export function springRuns(start: number): readonly SpringRun[] {
  return methods.map(([name, tuning, method]) => {
    const xs = positions(method, start);
    const shown = Array.from({ length: SHOWN + 1 }, (_, t) => xs[Math.min(t, xs.length - 1)] ?? 0);
    const cycle = cycleOf(xs);
    return cycle === undefined ? { name, tuning, xs: shown } : { name, tuning, xs: shown, cycle };
  });
}

function positions(method: Method, start: number): readonly number[] {
  const trace = run(method, softSpring, [start], { steps: LONGEST, gradientTolerance: 0 });
  return trace.frames.map(({ x }) => x[0] as number);
}

/** The last three points of a run that has not arrived, from the largest down, if they come again and again. */
function cycleOf(xs: readonly number[]): readonly number[] | undefined {
  const [a, b, c, d] = xs.slice(-4) as [number, number, number, number];
  if (xs.length <= LONGEST || Math.abs(d) < ARRIVED || Math.abs(a - d) > SAME) return undefined;
  return [b, c, d].sort((one, other) => other - one);
}

/** Starts from which momentum never arrives, as short pieces of the line. */
export function losingStarts(): readonly { readonly from: number; readonly to: number }[] {
  const [, , method] = methods.find(([name]) => name === "momentum") as (typeof methods)[number];
  const [left, right] = WINDOW.x;
  const step = (right - left) / PIECES;
  const pieces: { from: number; to: number }[] = [];
  for (let i = 0; i < PIECES; i++) {
    const from = left + i * step;
    if (arrives(method, from + step / 2)) continue;
    const last = pieces.at(-1);
    if (last !== undefined && Math.abs(last.to - from) < step / 2) last.to = from + step;
    else pieces.push({ from, to: from + step });
  }
  return pieces;
}

const PIECES = 520;
/** So near, with curvature 25 all around, momentum cannot miss any more. */
const NEAR = 0.01;

function arrives(method: Method, start: number): boolean {
  let near = 0;
  const { outcome } = run(method, softSpring, [start], {
    steps: 300,
    gradientTolerance: 0,
    until: ({ x }) => {
      near = Math.abs(x[0] as number) < NEAR ? near + 1 : 0;
      return near >= 2;
    },
  });
  return outcome.kind !== "budget";
}
