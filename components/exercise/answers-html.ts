import type { ExerciseData } from "#src/course/exercise-schema.ts";
import { written } from "#src/grading/fill.ts";

/** Significant digits with which an answer is told. */
const DIGITS = 4;

/**
 * The numbers that answer an exercise, as a list or a table; nothing for other kinds.
 * @param html makes a label HTML
 */
export function answersHtml(data: ExerciseData, html: (label: string) => string): string {
  const told = (value: number) => written(value, DIGITS);
  const items = (list: readonly (readonly [label: string, answer: string])[]) =>
    `<ul>${list.map(([label, answer]) => `<li><span>${html(label)}</span>: ${answer}</li>`).join("")}</ul>`;
  switch (data.kind) {
    case "number":
      return items(data.boxes.map(({ label, answer }) => [label, told(answer)]));
    case "points":
      return items(data.answer.map(({ label, x, y }) => [label, `(${told(x)}, ${told(y)})`]));
    case "matrix": {
      const rows = data.answer.map(
        (row) => `<tr>${row.map((entry) => `<td>${told(entry)}</td>`).join("")}</tr>`,
      );
      return `<table class="exercise-answer"><tbody>${rows.join("")}</tbody></table>`;
    }
    default:
      return "";
  }
}
