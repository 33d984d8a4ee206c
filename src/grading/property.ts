/** A learner's function as a check sees it: it may return anything. */
export type Subject = (...args: readonly unknown[]) => unknown;

/** Numbers for a check: `random` in [0, 1), `size` growing from 1, so that small cases come first. */
export interface Draw {
  readonly random: () => number;
  /** From 1 to 12: small sizes mean few entries and small whole numbers. */
  readonly size: number;
}

/** One thing that a right answer does, and how to try it. */
export interface Property {
  /** The claim, as a sentence that is shown when it fails. */
  readonly claim: string;
  /**
   * Tries the claim on one drawn case. Returns nothing when it holds; otherwise the case in words:
   * what was given, what was expected, what came.
   */
  readonly test: (subject: Subject, draw: Draw) => string | undefined;
}

/** What `check.ts` of a code exercise exports as `check`. */
export interface Check {
  /** The function that the learner writes. */
  readonly name: string;
  /** In the order in which they are tried: shape first, since the others build on it. */
  readonly properties: readonly Property[];
  /** Arguments for comparing an answer with the known mistakes. */
  readonly probe: (draw: Draw) => readonly unknown[];
}

/** A number for a case: a small whole one at first, any of that size later. */
export function drawNumber({ random, size }: Draw): number {
  const value = (2 * random() - 1) * size;
  return size <= 4 ? Math.round(value) : value;
}

/** A list of numbers; its length grows with the size, from 1 to 6. */
export function drawList(draw: Draw, length = 1 + Math.floor(draw.size / 2.4)): number[] {
  return Array.from({ length }, () => drawNumber(draw));
}

/** A number strictly between two bounds, with one digit for small sizes. */
export function drawBetween({ random, size }: Draw, from: number, to: number): number {
  const share = 0.05 + 0.9 * random();
  const value = from + (to - from) * share;
  return size <= 4 ? Number(value.toPrecision(1)) || to / 2 : value;
}

/** Whether two values are the same data: numbers to a relative 1e-9, lists and records entry by entry. */
export function agree(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "number") {
    if (Object.is(a, b)) return true;
    // An infinite value is far from every other, and 1e-9 of it is not a tolerance.
    const size = Math.max(1e-3, Math.abs(a), Math.abs(b));
    return size < Number.POSITIVE_INFINITY && Math.abs(a - b) <= 1e-9 * size;
  }
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && agree(Reflect.get(a, key), Reflect.get(b, key)))
  );
}

/** A value as the reader would type it, numbers to four digits. */
export function words(value: unknown): string {
  if (typeof value === "number") return String(Number(value.toPrecision(4)));
  if (Array.isArray(value)) return `[${value.map(words).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, entry]) => `${key}: ${words(entry)}`);
    return `{ ${entries.join(", ")} }`;
  }
  if (typeof value === "function") return "a function";
  return String(value);
}
