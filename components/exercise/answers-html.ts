import type { ExerciseData } from "#src/course/exercise-schema.ts";
import { written } from "#src/grading/fill.ts";
import { acceptance } from "#src/grading/number.ts";

/** Significant digits with which an answer is told, and those with which every number can be. */
const DIGITS = 4;
const ALL_DIGITS = 17;

/**
 * The numbers that answer an exercise, as a list or a table; nothing for other kinds.
 * @param html makes a label HTML
 */
export function answersHtml(data: ExerciseData, html: (label: string) => string): string {
  const items = (list: readonly (readonly [label: string, answer: string])[]) =>
    `<ul>${list.map(([label, answer]) => `<li><span>${html(label)}</span>: ${answer}</li>`).join("")}</ul>`;
  switch (data.kind) {
    case "number":
      return items(data.boxes.map((box) => [box.label, told(box.answer, acceptance(box))]));
    case "points":
      return items(
        data.answer.map(({ label, x, y }) => {
          // Half of it each, so that both together are within it.
          const [one, other] = [x, y].map((value) => told(value, data.within / 2));
          return [label, `(${one}, ${other})`];
        }),
      );
    case "matrix": {
      const { tolerance } = data;
      const cell = (answer: number) =>
        `<td>${told(answer, acceptance({ answer, tolerance, mistakes: [] }))}</td>`;
      const rows = data.answer.map((row) => `<tr>${row.map(cell).join("")}</tr>`);
      return `<table class="exercise-answer"><tbody>${rows.join("")}</tbody></table>`;
    }
    default:
      return "";
  }
}

/** A number in four digits, or in as many as it takes to be accepted as an answer itself. */
function told(answer: number, allowed: number): string {
  let digits = DIGITS;
  const isOff = () => Math.abs(Number(written(answer, digits)) - answer) > allowed;
  while (digits < ALL_DIGITS && isOff()) digits++;
  return written(answer, digits);
}
