import { lookAheadKernel, momentumKernel } from "@downhill/optim";
import { leftForGood } from "#src/plotting/left-for-good.ts";
import type { Point } from "#src/plotting/scale.ts";
import { LONGEST, type LookAheadState, surfaceOf, type Version } from "./state.ts";

/** One step of Nesterov's method taken apart, beside the step of momentum from the same place. */
export interface Anatomy {
  readonly from: Point;
  readonly velocity: Point;
  /** Where the velocity alone would carry the ball: from − ηβv. */
  readonly jump: Point;
  /** Where the gradient is taken: the jump, or in the wrong version from + βv. */
  readonly look: Point;
  readonly slopeHere: Point;
  readonly slopeThere: Point;
  readonly momentum: Point;
  readonly nesterov: Point;
}

/** A run of Nesterov's method, the step from each of its points, and where it left, if it did. */
export interface LookAheadModel {
  readonly steps: readonly Anatomy[];
  readonly version: Version;
  readonly diverged?: number;
}

/** So many widths of the picture from the minimum, a run is lost. */
const LOST = 3;

type Setting = Omit<LookAheadState, "t">;

/** The run from the chosen start, by the package's kernels. */
export function lookAheadModel(setting: Setting): LookAheadModel {
  const { problem, window } = surfaceOf(setting);
  const flat = problem.dim === 1;
  const x = Float64Array.from(flat ? [setting.x] : [setting.x, setting.y]);
  const v = Float64Array.from(flat ? [setting.vx] : [setting.vx, setting.vy]);
  const steps: Anatomy[] = [];
  for (let t = 0; t <= LONGEST && x.every(Number.isFinite); t++)
    steps.push(anatomy(problem.gradient, x, v, setting));
  const path = steps.map(({ from }) => from);
  const seen = flat ? { x: window.x, y: [-1, 1] as const } : window;
  const { x: lastX, y: lastY } = path.at(-1) as Point;
  // A ball that the reader has thrown out of the picture is on its way back; one this far is not.
  const lost = !(Math.hypot(lastX, lastY) < LOST * (window.x[1] - window.x[0]));
  const diverged = lost ? leftForGood(path, seen) : undefined;
  const { version } = setting;
  return diverged === undefined ? { steps, version } : { steps, version, diverged };
}

/** Describes the step from x with velocity v, and takes it: x and v are overwritten. */
function anatomy(
  gradient: (x: Float64Array) => Float64Array,
  x: Float64Array,
  v: Float64Array,
  { eta, beta, version }: Setting,
): Anatomy {
  const from = point(x);
  const velocity = point(v);
  const jump = new Float64Array(x.length);
  lookAheadKernel(jump, x, v, eta, beta);
  const look = lookedAt(version, jump, x, v, beta);
  const here = gradient(x);
  const there = gradient(look);
  const ball = Float64Array.from(x);
  momentumKernel(ball, here, Float64Array.from(v), eta, beta);
  momentumKernel(x, there, v, eta, beta);
  return {
    from,
    velocity,
    jump: point(jump),
    look: point(look),
    slopeHere: point(here),
    slopeThere: point(there),
    momentum: point(ball),
    nesterov: point(x),
  };
}

/** The wrong version of the notes adds βv, without η and with the other sign. */
function lookedAt(
  version: Version,
  jump: Float64Array,
  x: Float64Array,
  v: Float64Array,
  beta: number,
): Float64Array {
  if (version === "ahead") return jump;
  const behind = new Float64Array(x.length);
  lookAheadKernel(behind, x, v, -1, beta);
  return behind;
}

function point(x: Float64Array): Point {
  return { x: x[0] as number, y: x[1] ?? 0 };
}

/** The velocity whose jump from a place ends at the tip; the inverse of the look-ahead. */
export function velocityOf(from: Point, tip: Point, { eta, beta }: Setting): Point {
  const part = (a: number, b: number) => (a - b) / (eta * beta);
  return { x: part(from.x, tip.x), y: part(from.y, tip.y) };
}
