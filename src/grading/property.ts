import { say } from "#src/language/say.ts";

/** A learner's function as a check sees it: it may return anything. */
export type Subject = (...args: readonly unknown[]) => unknown;

/**
 * Numbers for a check: `random` in [0, 1), `size` growing from 1, so that small cases come first. A
 * case that fails is drawn again with smaller choices, so 0 should stand for what is simplest.
 */
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
   * Tries the claim on one drawn case. Returns nothing when it holds; otherwise the case: what was
   * given, what was expected, what came, in words or as `contrast` gives it.
   */
  readonly test: (subject: Subject, draw: Draw) => string | Counterexample | undefined;
  /** Nothing in it is drawn, so that it is tried on one case only. Default false. */
  readonly once?: boolean;
}

/** A case in which a claim does not hold. */
export interface Counterexample {
  readonly words: string;
  /** The numbers expected and those that came, entry by entry, for a picture. */
  readonly numbers?: { readonly expected: readonly number[]; readonly got: readonly number[] };
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

/** Significant digits of the numbers in words, and those that tell any two numbers apart. */
const DIGITS = 4;
const ALL_DIGITS = 17;

/** A number for a case, in [−size, size]: a small whole one at first, any of that size later. */
export function drawNumber({ random, size }: Draw): number {
  const share = random();
  // The choice 0 is the number 0.
  const value = (share < 0.5 ? 2 * share : 1 - 2 * share) * size;
  return size <= 4 ? Math.round(value) + 0 : value;
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

/**
 * Compares what was expected of a call with what it gave; nothing when they agree.
 * @param call the call in words, such as `step(1, 2)`
 * @param what which part of the result is compared, such as `theta`
 */
export function contrast(
  call: string,
  what: string,
  expected: unknown,
  got: unknown,
): Counterexample | undefined {
  if (agree(expected, got)) return undefined;
  const said = { call, what, ...wordsApart(expected, got) };
  const text =
    hasTyped(got) && !hasTyped(expected)
      ? say("{call}: {what} should be {expected}, got {actual}; return an array", said)
      : say("{call}: {what} should be {expected}, got {actual}", said);
  const numbers = { expected: numbersOf(expected), got: numbersOf(got) };
  const drawn =
    numbers.expected.length > 0 && numbers.expected.length === numbers.got.length && numbers;
  return { words: text, ...(drawn && { numbers: drawn }) };
}

/** How a check calls an answer, and how it says so. */
export interface Calls<Case extends readonly unknown[], Result> {
  /** The call as the learner would write it. */
  readonly call: (args: Case) => string;
  /** One call on copies, so that an answer which writes into its arguments spoils no other claim. */
  readonly ask: (subject: Subject, args: Case) => Result;
  /** `contrast` for this call. */
  readonly compare: (
    args: Case,
    what: string,
    expected: unknown,
    got: unknown,
  ) => Counterexample | undefined;
}

/**
 * The calls of the function that the learner writes.
 * @param name the function, as it stands in the words of a call
 */
export function callsOf<Case extends readonly unknown[], Result>(
  name: string,
): Calls<Case, Result> {
  const call = (args: Case) => `${name}(${args.map(words).join(", ")})`;
  return {
    call,
    ask: (subject, args) => subject(...structuredClone(args)) as Result,
    compare: (args, what, expected, got) => contrast(call(args), what, expected, got),
  };
}

/**
 * The claim that a function writes into none of its arguments.
 * @param what the arguments are called, such as `the arrays`
 */
export function leavesAlone<Case extends readonly unknown[]>(
  what: string,
  draw: (case_: Draw) => Case,
  call: (args: Case) => string,
): Property {
  return {
    claim: say("It leaves {what} that it was given as they were.", { what }),
    test(subject, case_) {
      const args = draw(case_);
      const before = structuredClone(args);
      subject(...args);
      return agree(before, args)
        ? undefined
        : say("after {call} they were {values}", {
            call: call(before),
            values: args.filter(Array.isArray).map(words).join(", "),
          });
    },
  };
}

/** The numbers of a value in order; none unless it holds finite numbers alone. */
function numbersOf(value: unknown): readonly number[] {
  const leaves = leavesOf(value);
  return leaves.every(Number.isFinite) ? (leaves as number[]) : [];
}

function leavesOf(value: unknown): readonly unknown[] {
  return typeof value === "object" && value !== null
    ? Object.values(value).flatMap(leavesOf)
    : [value];
}

function isTyped(value: unknown): value is ArrayBufferView {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

/** Whether a value is a typed array, or has one somewhere in it. */
function hasTyped(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return isTyped(value) || Object.values(value).some(hasTyped);
}

/** Two values as the reader would type them, in the fewest digits that tell them apart. */
export function wordsApart(
  expected: unknown,
  got: unknown,
): { readonly expected: string; readonly actual: string } {
  const to = (digits: number) => ({
    expected: inDigits(expected, digits),
    actual: inDigits(got, digits),
  });
  let [digits, pair] = [DIGITS, to(DIGITS)];
  while (pair.expected === pair.actual && digits < ALL_DIGITS) pair = to(++digits);
  return pair;
}

/** A value as the reader would type it, numbers to four digits. */
export function words(value: unknown): string {
  return inDigits(value, DIGITS);
}

function inDigits(value: unknown, digits: number): string {
  const inside = (entry: unknown) => inDigits(entry, digits);
  if (typeof value === "number") return String(Number(value.toPrecision(digits)));
  if (Array.isArray(value)) return `[${value.map(inside).join(", ")}]`;
  if (isTyped(value)) {
    const type = Object.prototype.toString.call(value).slice("[object ".length, -1);
    return say("a {type} {entries}", { type, entries: inside(Object.values(value)) });
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, entry]) => `${key}: ${inside(entry)}`);
    return `{ ${entries.join(", ")} }`;
  }
  if (typeof value === "function") return "a function";
  return String(value);
}

/** Whether an answer gave a list of so many finite numbers. */
export function isFiniteList(value: unknown, length: number): boolean {
  return (
    Array.isArray(value) &&
    value.length === length &&
    value.every((entry) => Number.isFinite(entry))
  );
}
