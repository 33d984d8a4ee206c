import { type Control, type ControlValue, fits } from "#src/notebook/control.ts";
import type { Setting } from "./edits.ts";

/** What is worth saving of the values of a cell's controls: those that are not as they came. */
export function chosen(
  controls: readonly Control[],
  values: readonly (ControlValue | undefined)[],
): readonly (Setting | null)[] {
  return controls.map((control, i) => {
    const value = values[i] ?? control.value;
    return JSON.stringify(value) === JSON.stringify(control.value)
      ? null
      : { label: control.label, value };
  });
}

/** The saved values that are still possible, by control; out-of-date ones are left out. */
export function suitable(
  controls: readonly Control[],
  saved: readonly (Setting | null)[],
): readonly (ControlValue | undefined)[] {
  return controls.map((control, i) => {
    const setting = saved[i];
    const suits = setting?.label === control.label && fits(control, setting.value);
    return suits ? setting.value : undefined;
  });
}

/** The saved values as they stand; whether one suits its control is asked when the two meet. */
export function valuesOf(
  saved: readonly (Setting | null)[],
): readonly (ControlValue | undefined)[] {
  return saved.map((setting) => setting?.value);
}
