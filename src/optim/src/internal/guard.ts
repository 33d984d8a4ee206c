/** An interval of numbers: `[0, 1)` is closed on the left and open on the right. */
export interface Interval {
  readonly text: string;
  holds(value: number): boolean;
}

/** [0, ∞): what a learning rate may be. */
export const nonNegative: Interval = {
  text: "[0, ∞)",
  holds: (value) => value >= 0 && value < Number.POSITIVE_INFINITY,
};

/** (0, ∞): what a tolerance, a radius or a width may be. */
export const positive: Interval = {
  text: "(0, ∞)",
  holds: (value) => value > 0 && value < Number.POSITIVE_INFINITY,
};

/** (1, ∞): what a factor of growth may be. */
export const aboveOne: Interval = {
  text: "(1, ∞)",
  holds: (value) => value > 1 && value < Number.POSITIVE_INFINITY,
};

/** [1, ∞): what something may be divided by to become smaller. */
export const atLeastOne: Interval = {
  text: "[1, ∞)",
  holds: (value) => value >= 1 && value < Number.POSITIVE_INFINITY,
};

/** (−∞, ∞): any ordinary number. */
export const finite: Interval = { text: "(−∞, ∞)", holds: Number.isFinite };

/** (0, 1). */
export const unitOpen: Interval = { text: "(0, 1)", holds: (v) => v > 0 && v < 1 };

/** [0, 1): what a retention factor may be. */
export const unitHalfOpen: Interval = { text: "[0, 1)", holds: (v) => v >= 0 && v < 1 };

/** [0, 1]. */
export const unitClosed: Interval = { text: "[0, 1]", holds: (v) => v >= 0 && v <= 1 };

/**
 * Returns the value if it lies in the interval.
 * @throws TypeError if it is no number, RangeError if it lies outside or is NaN.
 */
export function requireIn(where: string, name: string, value: unknown, range: Interval): number {
  if (typeof value !== "number")
    throw new TypeError(`${where}: ${name} must be a number in ${range.text}, got ${show(value)}`);
  if (!range.holds(value))
    throw new RangeError(`${where}: ${name} must be in ${range.text}, got ${value}`);
  return value;
}

/**
 * Returns the value if it is a whole number of at least `min`.
 * @throws TypeError if it is no number, RangeError otherwise.
 */
export function requireWhole(where: string, name: string, value: unknown, min = 0): number {
  if (typeof value !== "number")
    throw new TypeError(`${where}: ${name} must be a whole number, got ${show(value)}`);
  if (!(Number.isInteger(value) && value >= min))
    throw new RangeError(
      `${where}: ${name} must be a whole number, ${min} or more, got ${show(value)}`,
    );
  return value;
}

/**
 * Returns the value if it is one of the given words.
 * @throws TypeError if it is no text, RangeError otherwise; both list the words.
 */
export function requireOneOf<T extends string>(
  where: string,
  name: string,
  value: unknown,
  words: readonly T[],
): T {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  const list = words.map((word) => `"${word}"`).join(", ");
  const message = `${where}: ${name} must be one of ${list}, got ${show(value)}`;
  throw typeof value === "string" ? new RangeError(message) : new TypeError(message);
}

/**
 * Returns the value if it is true or false.
 * @throws TypeError otherwise: "no" would count as true.
 */
export function requireBoolean(where: string, name: string, value: unknown): boolean {
  if (typeof value === "boolean") return value;
  throw new TypeError(`${where}: ${name} must be true or false, got ${show(value)}`);
}

/**
 * Accepts only options with known names, so that `lr: 0.1` is not silently ignored.
 * @throws TypeError that lists the known names otherwise.
 */
export function requireKnown(where: string, options: unknown, names: readonly string[]): void {
  if (typeof options !== "object" || options === null)
    throw new TypeError(
      `${where}: options must be an object such as { ${names[0]}: … }, got ${show(options)}`,
    );
  for (const name of Object.keys(options))
    if (!names.includes(name))
      throw new TypeError(
        `${where}: there is no option "${name}". The options are ${names.join(", ")}`,
      );
}

/** A value as an error message shows it. */
export function show(value: unknown): string {
  if (typeof value === "string") return `"${value}"`;
  if (typeof value === "function") return "a function";
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  return String(value);
}
