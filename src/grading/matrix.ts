import { say } from "#src/language/say.ts";
import { acceptance, readNumbers, recognition, type Tolerance } from "./number.ts";
import type { Part, Verdict } from "./verdict.ts";

/** A vector or matrix to fill in, entry by entry; a vector is a matrix of one column. */
export interface MatrixQuestion {
  readonly answer: readonly (readonly number[])[];
  readonly tolerance?: Tolerance | undefined;
  /** Wrong matrices worth naming. */
  readonly mistakes: readonly { readonly answer: readonly (readonly number[])[] }[];
}

/**
 * Grades typed entries, row after row. Each right entry counts; a matrix that is wrong as a whole in
 * a known way (a listed mistake, transposed, of the other sign, a multiple) is told so.
 */
export function gradeMatrix(question: MatrixQuestion, texts: readonly string[]): Verdict {
  const { answer, tolerance, mistakes } = question;
  const wanted = answer.flat();
  const columns = answer[0]?.length ?? 1;
  const about = (index: number, message: string) =>
    columns > 1
      ? say("Row {row}, column {column}: {message}", {
          row: Math.floor(index / columns) + 1,
          column: (index % columns) + 1,
          message,
        })
      : say("Entry {number}: {message}", { number: index + 1, message });
  const values = readNumbers(wanted.length, texts, about, say("type a number first."));
  if ("kind" in values) return values;
  const close = (entry: number, index: number) =>
    Math.abs((values[index] ?? Number.NaN) - entry) <=
    acceptance({ answer: entry, tolerance, mistakes: [] });
  const parts: Part[] = wanted.map((entry, index) => ({ index, right: close(entry, index) }));
  const right = parts.filter((part) => part.right).length;
  if (right === wanted.length) return { kind: "pass" };
  const mistake = mistakes.findIndex(({ answer: wrong }) =>
    wrong
      .flat()
      .every(
        (entry, index) => Math.abs((values[index] ?? Number.NaN) - entry) <= recognition(entry),
      ),
  );
  const whole = wholeNote(answer, close, values);
  return {
    kind: "fail",
    message: say("{right} of {total} entries are right.{hint}", {
      right,
      total: wanted.length,
      hint: mistake < 0 && whole ? ` ${whole}` : "",
    }),
    credit: right / wanted.length,
    parts,
    ...(mistake >= 0 && { mistake }),
  };
}

/** What all entries together say, in a sentence; nothing when they say nothing. */
function wholeNote(
  answer: readonly (readonly number[])[],
  close: (entry: number, index: number) => boolean,
  values: readonly number[],
): string | undefined {
  const wanted = answer.flat();
  if (wanted.length < 2) return undefined;
  if (wanted.every((entry, index) => close(-entry, index)))
    return say("All of them have the other sign.");
  const square = answer.every((row) => row.length === answer.length);
  const transposed = answer.flatMap((_, row) => answer.map((other) => other[row] ?? Number.NaN));
  if (square && transposed.every(close)) return say("It is the transpose of what is asked for.");
  const at = wanted.findIndex((entry) => entry !== 0);
  const factor = (values[at] ?? 0) / (wanted[at] ?? 1);
  if (
    Number.isFinite(factor) &&
    factor !== 0 &&
    wanted.every((entry, index) => close(factor * entry, index))
  )
    return say("It points the right way, but is {factor} times what is asked for.", {
      factor: Number(factor.toPrecision(3)),
    });
  return undefined;
}
