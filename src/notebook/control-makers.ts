import { type Control, fits, LONGEST_TEXT } from "./control.ts";
import { levelLines } from "./level-lines.ts";

/** What the author of a cell writes for a slider or a number field. */
export interface RangeOptions {
  readonly min: number;
  readonly max: number;
  /** Default: a hundredth of the range, rounded to 1, 2 or 5 times a power of ten. */
  readonly step?: number;
  /** Default: the middle of the range. */
  readonly value?: number;
  readonly label?: string;
  /** "log" divides the range by factors; both ends must then be above 0. Default "linear". */
  readonly scale?: "linear" | "log";
}

const made = new WeakSet<object>();

/** What a cell calls to make controls. Options that make no sense are refused in words. */
export const controlMakers = {
  slider: (options: RangeOptions) => range("slider", options),
  numberField: (options: RangeOptions) => range("number", options),

  select(
    options: readonly string[],
    { value, label = "" }: { value?: string; label?: string } = {},
  ) {
    if (
      !Array.isArray(options) ||
      options.length === 0 ||
      !options.every((o) => typeof o === "string")
    )
      throw new TypeError('select: give it a list of texts, such as select(["adam", "momentum"])');
    if (value !== undefined && !options.includes(value))
      throw new RangeError(
        `select: value must be one of ${options.join(", ")}, got ${String(value)}`,
      );
    return make({ control: "select", label, options: [...options], value: value ?? options[0]! });
  },

  textField({ value = "", label = "" }: { value?: string; label?: string } = {}) {
    if (typeof value !== "string")
      throw new TypeError(`textField: value must be a text, got ${String(value)}`);
    if (value.length > LONGEST_TEXT)
      throw new RangeError(
        `textField: value may have ${LONGEST_TEXT} characters, and has ${value.length}`,
      );
    return make({ control: "text", label, value });
  },

  checkbox({ value = false, label = "" }: { value?: boolean; label?: string } = {}) {
    if (typeof value !== "boolean")
      throw new TypeError(`checkbox: value must be true or false, got ${String(value)}`);
    return make({ control: "checkbox", label, value });
  },

  pointPicker({
    x = [-5, 5],
    y = [-3, 3],
    value = [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2],
    label = "",
    over,
  }: {
    x?: readonly [number, number];
    y?: readonly [number, number];
    value?: readonly [number, number];
    label?: string;
    /** A function of the plane whose level lines lie under it, or an objective of two variables. */
    over?: Surface;
  } = {}) {
    for (const [name, pair] of Object.entries({ x, y }))
      if (
        !(
          Array.isArray(pair) &&
          Number.isFinite(pair[0]) &&
          Number.isFinite(pair[1]) &&
          pair[0] < pair[1]
        )
      )
        throw new RangeError(
          `pointPicker: ${name} must be a range such as [-5, 5], got ${String(pair)}`,
        );
    const start: Control = { control: "point", label, x, y, value };
    if (!fits(start, value))
      throw new RangeError(
        `pointPicker: value must lie in x ${x.join(" … ")} and y ${y.join(" … ")}, got ${String(value)}`,
      );
    return make(
      over === undefined ? start : { ...start, levels: levelLines(heightOf(over), x, y) },
    );
  },
};

/** A function of the plane, plain or as an objective of the optimizer package. */
export type Surface =
  | ((x: number, y: number) => number)
  | { readonly dim: number; readonly value: (x: Float64Array) => number };

function heightOf(over: Surface): (x: number, y: number) => number {
  if (typeof over === "function") return over;
  if (over?.dim !== 2)
    throw new TypeError(
      `pointPicker: over takes a function (x, y) => … or an objective of two variables, got ${over !== null && typeof over === "object" ? `one of ${over.dim}` : String(over)}`,
    );
  return (x, y) => over.value(Float64Array.of(x, y));
}

/** Whether a value that came from the cell is one of the controls made here. */
export function isMadeControl(value: unknown): value is Control {
  return typeof value === "object" && value !== null && made.has(value);
}

function range(control: "slider" | "number", options: RangeOptions): Control {
  const where = control === "slider" ? "slider" : "numberField";
  if (typeof options !== "object" || options === null)
    throw new TypeError(`${where}: give it a range, such as ${where}({ min: 0, max: 1 })`);
  const { min, max, scale = "linear", label = "" } = options;
  if (!(Number.isFinite(min) && Number.isFinite(max) && min < max))
    throw new RangeError(
      `${where}: min must be below max, both finite, got min ${String(min)} and max ${String(max)}`,
    );
  if (scale !== "linear" && scale !== "log")
    throw new RangeError(`${where}: scale must be "linear" or "log", got ${String(scale)}`);
  if (scale === "log" && min <= 0)
    throw new RangeError(`${where}: on a log scale min must be above 0, got ${min}`);
  const step = options.step ?? niceStep((max - min) / 100);
  if (!(step > 0 && step < Number.POSITIVE_INFINITY))
    throw new RangeError(`${where}: step must be above 0, got ${String(step)}`);
  const middle =
    scale === "log" ? Math.sqrt(min * max) : min + step * Math.round((max - min) / 2 / step);
  const value = options.value ?? middle;
  if (!(value >= min && value <= max))
    throw new RangeError(`${where}: value must be from ${min} to ${max}, got ${String(value)}`);
  return make({ control, label, min, max, step, scale, value });
}

function make(control: Control): Control {
  made.add(control);
  return Object.freeze(control);
}

/** The nearest of 1, 2, 5 times a power of ten. */
function niceStep(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const digit = [1, 2, 5, 10].find((one) => one * power >= width * 0.999) ?? 10;
  return Number((digit * power).toPrecision(1));
}
