import { adam, bowl, type Method, momentum, type Objective, rmsprop, run } from "@downhill/optim";
import { leftForGood } from "#src/plotting/left-for-good.ts";
import type { Point } from "#src/plotting/scale.ts";
import { tracePoints } from "#src/plotting/trace-points.ts";
import { forgetfulAdam } from "./broken-adam.ts";
import { type Runner, type SceneName, scenes } from "./scenes.ts";
import { type BowlRunsState, CURVATURES, START } from "./state.ts";

/** One run, seen from the bowl: its points in the bowl's own axes. */
export interface BowlRun {
  readonly name: Runner;
  readonly points: readonly Point[];
  /** The loss at each point, without the factor c. */
  readonly losses: readonly number[];
  /** The step at which it has left the picture and does not come back. */
  readonly diverged?: number;
}

type Setting = Omit<BowlRunsState, "t">;

export const MOMENTUM = { learningRate: 0.01, beta: 0.9 } as const;
const RHO = 0.9;
/** A run this far out is not followed further. */
const GONE = 1e6;

/** The runs of a figure; all start at one place of the bowl. */
export function bowlRuns(name: SceneName, setting: Setting): readonly BowlRun[] {
  const { runners, steps, window } = scenes[name];
  return runners.map((runner) => {
    const degrees = runner === "Adam, axes along the ravine" ? 0 : setting.angle;
    const turned = turnedBowl(degrees, setting.c);
    const trace = run(methodOf(runner, setting), turned.objective, turned.start, {
      steps,
      gradientTolerance: 0,
      until: ({ x }) => !x.every((entry) => Math.abs(entry) < GONE),
    });
    const points = tracePoints(trace).map(turned.seen);
    const losses = points.map(({ x, y }) => (CURVATURES[0] * x * x + CURVATURES[1] * y * y) / 2);
    const diverged = leftForGood(points, {
      x: [2 * window.x[0], 4 * window.x[1]],
      y: [3 * window.y[0], 3 * window.y[1]],
    });
    return { name: runner, points, losses, ...(diverged !== undefined && { diverged }) };
  });
}

function methodOf(runner: Runner, { eta, beta2 }: Setting): Method {
  switch (runner) {
    case "momentum":
      return momentum(MOMENTUM);
    case "RMSprop":
      return rmsprop({ learningRate: eta, rho: RHO });
    case "Adam, not corrected":
      return adam({ learningRate: eta, beta2, biasCorrection: false });
    case "Adam that forgets":
      return forgetfulAdam(eta);
    default:
      return adam({ learningRate: eta, beta2 });
  }
}

interface Turned {
  readonly objective: Objective;
  readonly start: readonly number[];
  /** A point of the parameters as a place in the bowl's own axes. */
  readonly seen: (at: Point) => Point;
}

/** The bowl times c in parameters whose axes are turned anticlockwise against it. */
function turnedBowl(degrees: number, c: number): Turned {
  const phi = (-degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  return {
    objective: bowl(
      CURVATURES.map((lambda) => c * lambda),
      phi,
    ),
    start: [cos * START.x - sin * START.y, sin * START.x + cos * START.y],
    seen: ({ x, y }) => ({ x: cos * x + sin * y, y: -sin * x + cos * y }),
  };
}

/** Where a run stands at step t; a run that has ended stays where it is. */
export function standing({ points }: BowlRun, t: number): Point {
  return points[Math.min(t, points.length - 1)] as Point;
}
