import { bowl, doubleWell1d, type PlottableProblem } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, flagField, numberField, wholeField } from "../url-state.ts";

export type CurveName = "double-well" | "parabola";

/** A function of one variable with what the figure needs to show it. */
export interface Curve {
  readonly name: CurveName;
  readonly label: string;
  readonly problem: PlottableProblem;
  /** What is shown of its graph; the start can be anywhere in it. */
  readonly window: { readonly x: readonly [number, number]; readonly y: readonly [number, number] };
  /** Learning rates that the slider offers for it. */
  readonly rates: Track;
  readonly presets: readonly Preset[];
  /** The preset that it is first shown with. */
  readonly opening: Preset;
}

/** A setting that the text talks about, by its story. */
export interface Preset {
  readonly label: string;
  readonly eta: number;
  readonly x: number;
}

const leap: Preset = { label: say("leaps the hill"), eta: 0.1, x: 2 };
const alternating: Preset = { label: say("changes sides"), eta: 0.8, x: 10 };

export const CURVES: readonly Curve[] = [
  {
    name: "double-well",
    label: "x⁴ − 3x² + x",
    problem: doubleWell1d,
    window: { x: [-2.4, 2.4], y: [-4.6, 9] },
    rates: { type: "log", domain: [0.005, 0.25], stops: 160, digits: 3 },
    presets: [
      { label: say("one side"), eta: 0.01, x: 2 },
      { label: say("oversteps once"), eta: 0.05, x: 2 },
      leap,
      { label: say("never settles"), eta: 0.15, x: 2 },
      { label: say("diverges"), eta: 0.2, x: 2 },
      { label: say("left of the hilltop"), eta: 0.01, x: 0.16 },
      { label: say("right of it"), eta: 0.01, x: 0.18 },
    ],
    opening: leap,
  },
  {
    name: "parabola",
    label: "x²",
    problem: bowl([2]),
    window: { x: [-13, 13], y: [-9, 150] },
    rates: { type: "log", domain: [0.02, 1.1], stops: 160, digits: 3 },
    presets: [
      { label: say("creeps"), eta: 0.05, x: 10 },
      { label: say("one side"), eta: 0.2, x: 10 },
      { label: say("one step"), eta: 0.5, x: 10 },
      alternating,
      { label: say("for ever"), eta: 1, x: 10 },
      { label: say("diverges"), eta: 1.05, x: 10 },
    ],
    opening: alternating,
  },
];

/** Which function, the learning rate, the start, the step shown, and how height is drawn. */
export interface OneVariableState {
  readonly curve: CurveName;
  readonly eta: number;
  readonly x: number;
  readonly t: number;
  readonly log: boolean;
}

export const LONGEST = 200;

export const oneVariableFields: Fields<OneVariableState> = {
  curve: choiceField<CurveName>("double-well", ["double-well", "parabola"]),
  eta: numberField(leap.eta, 0.005, 1.1),
  x: numberField(leap.x, -13, 13),
  t: wholeField(5, 0, LONGEST),
  log: flagField(false),
};

export function curveOf({ curve }: Pick<OneVariableState, "curve">): Curve {
  return CURVES.find(({ name }) => name === curve) as Curve;
}

/** The preset that the state is at, or −1. */
export function presetOf(state: Pick<OneVariableState, "curve" | "eta" | "x">): number {
  return curveOf(state).presets.findIndex(({ eta, x }) => eta === state.eta && x === state.x);
}

/** Another function, with a setting of its own: a rate for the one means little for the other. */
export function withCurve(curve: CurveName): Partial<OneVariableState> {
  const { eta, x } = curveOf({ curve }).opening;
  return { curve, eta, x, t: 5 };
}
