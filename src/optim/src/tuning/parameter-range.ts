import {
  finite,
  positive,
  requireIn,
  requireOneOf,
  requireWhole,
  show,
} from "../internal/guard.ts";

/** A value of a hyper-parameter. */
export type HyperParameter = number | string | boolean;

/** How the points of a grid lie along a range; see `searchSpace`. */
export type GridPlacement = "ends" | "midpoints";

/**
 * The values that a hyper-parameter may take, laid out along [0, 1]. Searches work in [0, 1] and
 * never need to know what the values are.
 */
interface Layout<T extends HyperParameter> {
  /** The value at u; below 0 and above 1 it is that of the end. */
  fromUnit(u: number): T;
  /** Where a value lies. A value that fills a stretch of [0, 1] lies in its middle. */
  toUnit(value: HyperParameter): number;
  /** The part for u from `low` to `high`, as a range of its own. A choice stays whole. */
  between(low: number, high: number): ParameterRange;
  /** Coordinates that measure how far values are apart: 1 from end to end. */
  features(value: HyperParameter): readonly number[];
  /** What a value must be, in words, if the given one is not; undefined if it is. */
  complaint(value: unknown): string | undefined;
}

/** A range of numbers. */
export interface NumberRange extends Layout<number> {
  readonly kind: "linear" | "log" | "integer";
  readonly min: number;
  readonly max: number;
}

/** A list of options. */
export interface ChoiceRange<T extends HyperParameter = HyperParameter> extends Layout<T> {
  readonly kind: "choice";
  readonly options: readonly T[];
}

/** What one hyper-parameter may be: a range of numbers or a list of options. */
export type ParameterRange = NumberRange | ChoiceRange;

/**
 * Real numbers from min to max, evenly: equal shares of [0, 1] are equal differences.
 *
 *     value = min + u (max − min)
 *
 * @throws TypeError if one of them is no number, RangeError if one is not finite or min ≥ max.
 */
export function linearRange(min: number, max: number): NumberRange {
  requireIn("linearRange", "min", min, finite);
  requireIn("linearRange", "max", max, finite);
  return realRange("linear", min, max, EVEN);
}

/**
 * Positive numbers from min to max on a logarithmic scale: equal shares of [0, 1] are equal
 * ratios. From 1e-4 to 1 each of the four decades gets a quarter, where `linearRange` would give
 * 90 % to the last one. What learning rates, weight decays and 1 − β want.
 *
 *     value = min (max/min)^u
 *
 * @throws TypeError if one of them is no number, RangeError if one is not finite, min ≤ 0 or min ≥
 *   max.
 */
export function logRange(min: number, max: number): NumberRange {
  requireIn("logRange", "min", min, positive);
  requireIn("logRange", "max", max, positive);
  return realRange("log", min, max, LOGARITHMIC);
}

/**
 * Whole numbers from min to max, both included. Each has the same share of [0, 1]; with
 * scale "log" the number n has the share of log((n + 1)/n), for batch sizes or layer widths.
 *
 * @param scale "linear" (default) or "log", which needs min ≥ 1.
 * @throws TypeError if one of them is no number or the scale no text, RangeError if one is not
 *   whole, min > max, another scale, or min < 1 on a logarithmic one.
 */
export function integerRange(
  min: number,
  max: number,
  scale: "linear" | "log" = "linear",
): NumberRange {
  requireOneOf("integerRange", "scale", scale, ["linear", "log"]);
  requireWhole("integerRange", "min", min, scale === "log" ? 1 : Number.MIN_SAFE_INTEGER);
  requireWhole("integerRange", "max", max, min);
  const warp = scale === "log" ? LOGARITHMIC : EVEN;
  // The number n stands for the stretch from n to n + 1.
  const [start, end] = [warp.forth(min), warp.forth(max + 1)];
  const place = (u: number) => warp.back(start + clamp(u, 0, 1) * (end - start));
  const fromUnit = (u: number) => clamp(Math.floor(place(u)), min, max);
  const toUnit = (value: number) => (warp.forth(value + 0.5) - start) / (end - start);
  return {
    kind: "integer",
    min,
    max,
    fromUnit,
    toUnit,
    between(low, high) {
      // The numbers whose middles lie between; if there are none, the one that is there.
      const [first, last] = [Math.ceil(place(low) - 0.5), Math.floor(place(high) - 0.5)];
      const only = fromUnit((low + high) / 2);
      return first <= last ? integerRange(first, last, scale) : integerRange(only, only, scale);
    },
    features: (value: number) => [toUnit(value)],
    complaint: (value) =>
      Number.isInteger(value) && inside(value, min, max)
        ? undefined
        : `a whole number in [${min}, ${max}]`,
  };
}

/**
 * One of a list of options that have no order, such as names of methods. Each has the same share
 * of [0, 1], and any two are equally far apart.
 *
 * @param options different strings, numbers or booleans, at least one.
 * @throws TypeError for no list, an empty one or an option of another type, RangeError for an
 *   option that is there twice.
 */
export function choiceOf<const T extends readonly HyperParameter[]>(
  options: T,
): ChoiceRange<T[number]> {
  requireOptions(options);
  const count = options.length;
  return {
    kind: "choice",
    options,
    fromUnit: (u) => options[clamp(Math.floor(u * count), 0, count - 1)]!,
    toUnit: (value) => (options.indexOf(value) + 0.5) / count,
    between: () => choiceOf(options),
    features: (value) => options.map((option) => (option === value ? Math.SQRT1_2 : 0)),
    complaint: (value) =>
      options.some((option) => option === value)
        ? undefined
        : `one of ${options.map(show).join(", ")}`,
  };
}

interface Warp {
  forth(value: number): number;
  back(position: number): number;
}

const EVEN: Warp = { forth: (value) => value, back: (position) => position };
const LOGARITHMIC: Warp = { forth: Math.log, back: Math.exp };

function realRange(kind: "linear" | "log", min: number, max: number, warp: Warp): NumberRange {
  if (!(min < max))
    throw new RangeError(
      `${kind}Range: min must be less than max, got ${min} and ${max}. Swap them, or leave a parameter that is fixed out of the space`,
    );
  const [start, end] = [warp.forth(min), warp.forth(max)];
  const fromUnit = (u: number) => {
    if (u <= 0) return min; // exp(log(min)) need not be min
    if (u >= 1) return max;
    return clamp(warp.back(start * (1 - u) + end * u), min, max);
  };
  const toUnit = (value: number) => (warp.forth(value) - start) / (end - start);
  return {
    kind,
    min,
    max,
    fromUnit,
    toUnit,
    between: (low, high) => realRange(kind, fromUnit(low), fromUnit(high), warp),
    features: (value: number) => [toUnit(value)],
    complaint: (value) => (inside(value, min, max) ? undefined : `in [${min}, ${max}]`),
  };
}

function requireOptions(options: unknown): void {
  if (!Array.isArray(options) || options.length === 0)
    throw new TypeError(
      `choiceOf: options must be a list such as ["adam", "momentum"], got ${Array.isArray(options) ? "an empty list" : show(options)}`,
    );
  const strange = options.find(
    (option) => !["string", "number", "boolean"].includes(typeof option),
  );
  if (strange !== undefined || options.includes(undefined))
    throw new TypeError(
      `choiceOf: every option must be a string, a number or a boolean, got ${show(strange)}`,
    );
  const twice = options.find((option, i) => options.indexOf(option) !== i);
  if (twice !== undefined)
    throw new RangeError(`choiceOf: every option must be there once, got ${show(twice)} twice`);
}

function inside(value: unknown, min: number, max: number): boolean {
  return typeof value === "number" && value >= min && value <= max;
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
