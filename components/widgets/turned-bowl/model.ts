import { bowl, type Matrix } from "@downhill/optim";
import { bestBowlRun } from "#src/plotting/bowl-run.ts";
import { conditionNumber, diagonallyScaled, stepsAtBestRate } from "#src/plotting/condition.ts";
import type { Point } from "#src/plotting/scale.ts";
import { CURVATURES, STEPS } from "./state.ts";

/** A bowl in some coordinates, with gradient descent at its best rate. */
export interface BowlRun {
  readonly H: Matrix;
  readonly kappa: number;
  readonly path: readonly Point[];
  /** Until the distance is a millionth. */
  readonly steps: number;
}

/** The bowl as it is, and in coordinates in which all its diagonal entries are equal. */
export interface TurnedModel {
  readonly before: BowlRun;
  readonly after: BowlRun;
}

/** Half the trace, the same at every angle: what the diagonal entries become. */
const MEAN = (CURVATURES[0] + CURVATURES[1]) / 2;
/** Along the floor and across: turned along with the bowl. */
const START = { floor: -4, across: 1 };

/** @param angle in degrees, clockwise */
export function turnedModel(angle: number): TurnedModel {
  // Clockwise, so that the entries beside the diagonal are positive.
  const phi = (-angle * Math.PI) / 180;
  const [c, s] = [Math.cos(phi), Math.sin(phi)];
  const H = bowl(CURVATURES, phi).hessian(new Float64Array(2));
  const start = { x: c * START.floor - s * START.across, y: s * START.floor + c * START.across };
  const stretch = (i: number) => Math.sqrt((H[i]?.[i] as number) / MEAN);
  const scaled = diagonallyScaled(H).map((row) => row.map((entry) => MEAN * entry));
  return {
    before: bowlRun(H, start),
    after: bowlRun(scaled, { x: stretch(0) * start.x, y: stretch(1) * start.y }),
  };
}

function bowlRun(H: Matrix, start: Point): BowlRun {
  const kappa = conditionNumber(H);
  return { H, kappa, path: bestBowlRun(H, start, STEPS), steps: stepsAtBestRate(kappa) };
}

/** κ after diagonal scaling, for every whole angle from 0 to 90 degrees. */
export function kappaByAngle(): readonly Point[] {
  return Array.from({ length: 91 }, (_, angle) => ({
    x: angle,
    y: turnedModel(angle).after.kappa,
  }));
}
