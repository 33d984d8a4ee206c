/**
 * A control as plain data: made in a cell by `slider({ … })`, shown above its output, and moved by
 * the reader. Every kind has a label, and a value to start with.
 */
export type Control =
  | {
      readonly control: "slider" | "number";
      readonly label: string;
      readonly min: number;
      readonly max: number;
      /** Distance between neighbouring values; on a log slider, the number of places is fixed instead. */
      readonly step: number;
      readonly scale: "linear" | "log";
      readonly value: number;
    }
  | {
      readonly control: "select";
      readonly label: string;
      readonly options: readonly string[];
      readonly value: string;
    }
  | { readonly control: "text"; readonly label: string; readonly value: string }
  | { readonly control: "checkbox"; readonly label: string; readonly value: boolean }
  | {
      readonly control: "point";
      readonly label: string;
      /** Ranges of the two coordinates. */
      readonly x: readonly [number, number];
      readonly y: readonly [number, number];
      readonly value: readonly [number, number];
      /** Level lines under the plane, as `levelLines` gives them. */
      readonly levels?: readonly string[];
    };

/** What a control can be set to. */
export type ControlValue = Control["value"];

/** Characters that a text field takes: a formula or a list of names, not a program. */
export const LONGEST_TEXT = 300;

/** Whether a control can be set to a value. */
export function fits(control: Control, value: unknown): boolean {
  const within = (one: unknown, [low, high]: readonly [number, number]) =>
    typeof one === "number" && one >= low && one <= high;
  switch (control.control) {
    case "slider":
    case "number":
      return within(value, [control.min, control.max]);
    case "select":
      return typeof value === "string" && control.options.includes(value);
    case "text":
      return typeof value === "string" && value.length <= LONGEST_TEXT;
    case "checkbox":
      return typeof value === "boolean";
    case "point":
      return (
        Array.isArray(value) &&
        value.length === 2 &&
        within(value[0], control.x) &&
        within(value[1], control.y)
      );
  }
}
