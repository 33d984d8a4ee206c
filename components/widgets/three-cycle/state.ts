import { type Fields, numberField, wholeField } from "../url-state.ts";

/** Where the three runs start, and the step shown. */
export interface ThreeCycleState {
  readonly x: number;
  readonly t: number;
}

/** Steps that the figure shows. */
export const SHOWN = 40;
/** What is shown of the line and of its slopes. */
export const WINDOW = { x: [-5.2, 5.2], y: [-130, 106] } as const;

export const threeCycleFields: Fields<ThreeCycleState> = {
  x: numberField(3.3, ...WINDOW.x),
  t: wholeField(12, 0, SHOWN),
};

/** A start that the text talks about. */
export interface Preset {
  readonly label: string;
  readonly x: number;
}

export const PRESETS: readonly Preset[] = [
  { label: "3.3", x: 3.3 },
  { label: "3", x: 3 },
  { label: "2", x: 2 },
  { label: "1.5", x: 1.5 },
  { label: "5", x: 5 },
];
