import type { Point } from "#src/plotting/scale.ts";
import type { PlaceId } from "./state.ts";

export type Nature = "minimum" | "maximum" | "saddle";

/** A function of two variables that is stationary at 0, and what it is there. */
export interface Place {
  readonly formula: string;
  readonly value: (x: number, y: number) => number;
  /** The Hessian at 0 is diagonal for all of them: its eigenvalues, along x and along y. */
  readonly curvatures: readonly [along: number, up: number];
  readonly nature: Nature;
}

export const places: Readonly<Record<PlaceId, Place>> = {
  bowl: {
    formula: "x² + y²",
    value: (x, y) => x * x + y * y,
    curvatures: [2, 2],
    nature: "minimum",
  },
  dome: {
    formula: "−x² − y²",
    value: (x, y) => -x * x - y * y,
    curvatures: [-2, -2],
    nature: "maximum",
  },
  pass: {
    formula: "x² − y²",
    value: (x, y) => x * x - y * y,
    curvatures: [2, -2],
    nature: "saddle",
  },
  monkey: {
    formula: "x³ − 3xy²",
    value: (x, y) => x ** 3 - 3 * x * y * y,
    curvatures: [0, 0],
    nature: "saddle",
  },
  "quartic-bowl": {
    formula: "x² + y⁴",
    value: (x, y) => x * x + y ** 4,
    curvatures: [2, 0],
    nature: "minimum",
  },
  "quartic-pass": {
    formula: "x² − y⁴",
    value: (x, y) => x * x - y ** 4,
    curvatures: [2, 0],
    nature: "saddle",
  },
  cubic: {
    formula: "x² + y³",
    value: (x, y) => x * x + y ** 3,
    curvatures: [2, 0],
    nature: "saddle",
  },
  trough: { formula: "x²", value: (x) => x * x, curvatures: [2, 0], nature: "minimum" },
};

/** What the second-order test says of these curvatures. */
export function secondOrderTest(curvatures: readonly number[]): Nature | "undecided" {
  if (curvatures.every((lambda) => lambda > 0)) return "minimum";
  if (curvatures.every((lambda) => lambda < 0)) return "maximum";
  const mixed = curvatures.some((lambda) => lambda > 0) && curvatures.some((lambda) => lambda < 0);
  return mixed ? "saddle" : "undecided";
}

/** A point of the walk around 0. */
export function onCircle(r: number, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return { x: r * Math.cos(angle), y: r * Math.sin(angle) };
}

/** One step of the walk: its angle and its height above the point at 0. */
export interface WalkStep {
  readonly phi: number;
  readonly height: number;
}

/** Heights met on the way around, every two degrees. */
export function walk({ value }: Place, r: number): readonly WalkStep[] {
  return Array.from({ length: 181 }, (_, i) => {
    const { x, y } = onCircle(r, 2 * i);
    return { phi: 2 * i, height: cleared(value(x, y), r) };
  });
}

/** Cosines of right angles are not exactly 0: a height that is nothing but rounding is 0. */
export function cleared(height: number, r: number): number {
  return Math.abs(height) < 1e-9 * r ** 4 ? 0 : height;
}

/** How many stretches of the walk lie above, and how many below, the height at 0. */
export function stretches(steps: readonly WalkStep[]): {
  readonly above: number;
  readonly below: number;
} {
  const signs = steps.slice(0, -1).map(({ height }) => Math.sign(height));
  const count = (sign: number) => {
    const starts = signs.filter((one, i) => one === sign && signs.at(i - 1) !== sign).length;
    return starts === 0 && signs.includes(sign) ? 1 : starts;
  };
  return { above: count(1), below: count(-1) };
}
