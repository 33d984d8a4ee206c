import { choiceField, type Fields, wholeField } from "../url-state.ts";

export const SECONDS = ["age", "rooms"] as const;
export const UNITS = ["m²", "mm²"] as const;
export const TREATMENTS = ["raw", "centred", "standardized", "whitened"] as const;

export type Second = (typeof SECONDS)[number];
export type Unit = (typeof UNITS)[number];
export type Treatment = (typeof TREATMENTS)[number];

/** What the reader sets: the second column, the unit of the first, what is done to both, the step shown. */
export interface ScalingState {
  readonly second: Second;
  readonly unit: Unit;
  readonly treatment: Treatment;
  readonly t: number;
}

export const STEPS = 60;

/** Written in the address without signs that it would escape. */
const unitField: Fields<ScalingState>["unit"] = {
  initial: "m²",
  parse: (text) => (({ m2: "m²", mm2: "mm²" }) as const)[text as "m2" | "mm2"],
  format: (unit) => (unit === "m²" ? "m2" : "mm2"),
};

export const scalingFields: Fields<ScalingState> = {
  second: choiceField<Second>("age", SECONDS),
  unit: unitField,
  treatment: choiceField<Treatment>("raw", TREATMENTS),
  t: wholeField(STEPS, 0, STEPS),
};
