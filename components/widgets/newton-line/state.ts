import { doubleWell1d, type Objective, objectiveFrom } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import type { Window } from "#src/plotting/clip.ts";
import { choiceField, type Fields, numberField, wholeField } from "../url-state.ts";

export type CurveName = "root" | "log" | "quartic" | "double-well";

/** A stationary point of a curve. */
export interface Rest {
  readonly x: number;
  readonly kind: "minimum" | "maximum";
}

/** A function of one variable with what the figure needs to show it. */
export interface Curve {
  readonly name: CurveName;
  readonly label: string;
  readonly objective: Objective;
  readonly rests: readonly Rest[];
  /** What is shown of its graph; the start can be anywhere in it. */
  readonly window: Window;
  /** Where the function is defined. */
  readonly domain: readonly [number, number];
  /** Starts that the text talks about, by what comes of them. */
  readonly presets: readonly Preset[];
}

export interface Preset {
  readonly label: string;
  readonly x: number;
}

const EVERYWHERE = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;

export const CURVES: readonly Curve[] = [
  {
    name: "root",
    label: "√(1 + x²)",
    objective: objectiveFrom((x) => x.squared().plus(1).sqrt(), 1),
    rests: [{ x: 0, kind: "minimum" }],
    window: { x: [-4, 4], y: [-0.4, 4.4] },
    domain: EVERYWHERE,
    presets: [
      { label: "0.9", x: 0.9 },
      { label: "1", x: 1 },
      { label: "1.1", x: 1.1 },
    ],
  },
  {
    name: "log",
    label: say("x − ln x"),
    objective: objectiveFrom((x) => x.minus(x.log()), 1),
    rests: [{ x: 1, kind: "minimum" }],
    window: { x: [-0.6, 3.4], y: [0.2, 4] },
    domain: [0, Number.POSITIVE_INFINITY],
    presets: [
      { label: "0.5", x: 0.5 },
      { label: "2", x: 2 },
      { label: "2.1", x: 2.1 },
    ],
  },
  {
    name: "quartic",
    label: "x⁴",
    objective: objectiveFrom((x) => x.power(4), 1),
    rests: [{ x: 0, kind: "minimum" }],
    window: { x: [-1.6, 1.6], y: [-0.5, 4] },
    domain: EVERYWHERE,
    presets: [{ label: "1", x: 1 }],
  },
  {
    name: "double-well",
    label: "x⁴ − 3x² + x",
    objective: doubleWell1d,
    rests: doubleWell1d.criticalPoints.map(({ x, kind }) => ({
      x: x[0] as number,
      kind: kind as Rest["kind"],
    })),
    window: { x: [-2.4, 2.4], y: [-6, 9] },
    domain: EVERYWHERE,
    presets: [2, 0.8, 0.7, 0.5, 0, -0.5].map((x) => ({ label: String(x).replace("-", "−"), x })),
  },
];

/** Which function, the start, and the step shown. */
export interface NewtonLineState {
  readonly curve: CurveName;
  readonly x: number;
  readonly t: number;
}

export const LONGEST = 40;

export const newtonLineFields: Fields<NewtonLineState> = {
  curve: choiceField<CurveName>(
    "root",
    CURVES.map(({ name }) => name),
  ),
  x: numberField(0.9, -4, 4),
  t: wholeField(0, 0, LONGEST),
};

export function curveOf({ curve }: Pick<NewtonLineState, "curve">): Curve {
  return CURVES.find(({ name }) => name === curve) as Curve;
}

/** Another function, with its first start. */
export function withCurve(curve: CurveName): Partial<NewtonLineState> {
  return { curve, x: (curveOf({ curve }).presets[0] as Preset).x, t: 0 };
}
