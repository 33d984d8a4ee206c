import { say } from "#src/language/say.ts";
import { readExpression } from "./expression.ts";
import type { Part, Verdict } from "./verdict.ts";

/** How far from the answer still counts as right: the largest of those given, each from 0 upwards. */
export interface Tolerance {
  readonly relative?: number | undefined;
  readonly absolute?: number | undefined;
  /** Half a unit in so many significant digits of the answer, from 1 upwards. */
  readonly digits?: number | undefined;
}

/** One box to fill with a number. */
export interface NumberBox {
  readonly answer: number;
  /** Default: 0.5 % of the answer, 1e-9 where the answer is 0. */
  readonly tolerance?: Tolerance | undefined;
  /** Wrong values worth naming. */
  readonly mistakes: readonly { readonly value: number }[];
}

const DEFAULT: Required<{ relative: number; absolute: number }> = {
  relative: 0.005,
  absolute: 1e-9,
};
/** A wrong answer within this share of the right one is called close: it was rounded on the way. */
const NEAR = 0.02;

/** How near to a whole power of ten a quotient has to be: 0.2 %. */
const DECADE = Math.log10(1.002);

/** Largest accepted distance from the answer of a box. */
export function acceptance({ answer, tolerance }: NumberBox): number {
  const { relative, absolute, digits }: Tolerance = tolerance ?? DEFAULT;
  return Math.max(
    (relative ?? 0) * Math.abs(answer),
    absolute ?? 0,
    digits === undefined ? 0 : halfUnit(answer, digits),
  );
}

/** Half a unit in the last of the significant digits, and a rounding error more. */
function halfUnit(answer: number, digits: number): number {
  if (answer === 0) return DEFAULT.absolute;
  const decade = Math.floor(Math.log10(Math.abs(answer)));
  return 0.5 * 10 ** (decade - digits + 1) * (1 + 1e-9);
}

/** Largest distance at which a known wrong value is recognized: as for an answer without a tolerance of its own. */
export function recognition(wrong: number): number {
  return Math.max(DEFAULT.relative * Math.abs(wrong), DEFAULT.absolute);
}

/** A typed number: digits, or an expression without names such as 1/9 or sqrt(2)/2. */
export function readNumber(
  text: string,
): { readonly value: number } | { readonly problem: string } {
  const read = readExpression(text);
  if (read.kind === "unreadable") {
    const example = say("Type a number such as 0.25, 2.5e-3 or 1/4.");
    return { problem: /\d,\d/.test(text) ? read.message : `${read.message} ${example}` };
  }
  const value = read.evaluate({});
  if (Number.isFinite(value)) return { value };
  return {
    problem: say("{text} is {what}. A finite number is expected, such as 0.25, 2.5e-3 or 1/4.", {
      text: text.trim(),
      what: Number.isNaN(value) ? say("not a number") : say("infinite"),
    }),
  };
}

/**
 * Reads so many typed numbers, or says of the first that is not there or cannot be read what is
 * wrong: no answer is judged before all of it can be.
 *
 * @param about says which box a message is about
 * @param blank what to say of an empty one
 */
export function readNumbers(
  count: number,
  texts: readonly string[],
  about: (index: number, message: string) => string,
  blank: string,
): readonly number[] | Extract<Verdict, { kind: "error" }> {
  const values: number[] = [];
  for (let index = 0; index < count; index++) {
    const text = texts[index] ?? "";
    if (text.trim() === "") return { kind: "error", stage: "blank", message: about(index, blank) };
    const read = readNumber(text);
    if ("problem" in read)
      return { kind: "error", stage: "syntax", message: about(index, read.problem) };
    values.push(read.value);
  }
  return values;
}

/** Grades one typed text per box. */
export function gradeNumbers(boxes: readonly NumberBox[], texts: readonly string[]): Verdict {
  const about = (index: number, message: string) =>
    boxes.length > 1 ? say("Box {number}: {message}", { number: index + 1, message }) : message;
  const values = readNumbers(boxes.length, texts, about, say("Type a number first."));
  if ("kind" in values) return values;
  const parts = boxes.map((box, index) => gradeBox(index, box, values[index] ?? Number.NaN));
  const right = parts.filter((part) => part.right).length;
  if (right === boxes.length) return { kind: "pass" };
  return {
    kind: "fail",
    message:
      boxes.length === 1
        ? say("Not this number.")
        : say("{right} of {total} are right.", { right, total: boxes.length }),
    credit: right / boxes.length,
    parts,
  };
}

function gradeBox(index: number, box: NumberBox, value: number): Part {
  const allowed = acceptance(box);
  const distance = Math.abs(value - box.answer);
  if (distance <= allowed) return { index, right: true };
  const mistake = box.mistakes.findIndex(
    (wrong) => Math.abs(value - wrong.value) <= recognition(wrong.value),
  );
  if (mistake >= 0) return { index, right: false, mistake };
  // A whole number that is counted is off by some, and no digit of it was lost.
  const counted = Number.isInteger(box.answer) && Number.isInteger(value);
  if (!counted && distance <= Math.max(NEAR * Math.abs(box.answer), 2 * allowed)) {
    return {
      index,
      right: false,
      note: say("Close, but not close enough: keep more digits on the way."),
    };
  }
  if (Math.abs(value + box.answer) <= allowed)
    return { index, right: false, note: say("The size is right; look at the sign.") };
  const decades = Math.log10(value / box.answer);
  if (Math.round(decades) !== 0 && Math.abs(decades - Math.round(decades)) < DECADE) {
    return { index, right: false, note: say("The digits are right; look at the decimal point.") };
  }
  return { index, right: false };
}
