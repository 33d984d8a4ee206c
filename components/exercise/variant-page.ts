import type { ExerciseData } from "#src/course/exercise-schema.ts";
import { typesetWaiting } from "#src/course/variant-math.ts";
import type { VariantTemplate } from "#src/course/variant-template.ts";
import { fill, written } from "#src/grading/fill.ts";
import type { Numbers } from "#src/grading/variant.ts";

/** An exercise in certain numbers: its texts are HTML. */
export interface VariantTexts {
  readonly prompt: string;
  readonly data: ExerciseData;
}

/** Puts numbers into an exercise and sets its formulas. Mathematics loads with the first. */
export async function variantTexts(
  template: VariantTemplate,
  numbers: Numbers,
): Promise<VariantTexts> {
  const { renderMath } = await import("#src/course/math.ts");
  const typeset = (part: unknown): unknown => {
    if (typeof part === "string") return typesetWaiting(part, renderMath);
    if (Array.isArray(part)) return part.map(typeset);
    if (typeof part === "object" && part !== null)
      return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, typeset(one)]));
    return part;
  };
  return typeset(fill(template, numbers)) as VariantTexts;
}

/** Writes the texts of an exercise over those on its page. */
export function showTexts(exercise: HTMLElement, { prompt, data }: VariantTexts): void {
  const put = (selector: string, texts: readonly string[]) =>
    exercise.querySelectorAll(selector).forEach((place, index) => {
      const html = texts[index];
      if (html !== undefined) place.innerHTML = html;
    });
  put(".exercise-prompt", [prompt]);
  put(".exercise-box-label", data.kind === "number" ? data.boxes.map(({ label }) => label) : []);
  put(
    "[data-place] > span:first-child",
    data.kind === "points" ? data.answer.map(({ label }) => label) : [],
  );
  put("[data-hint] > p", data.hints);
  put("[data-part=explanation] > p:first-child", [data.explanation]);
  put("[data-part=solution] > p", [data.explanation]);
  put("[data-part=solution] > :is(ul, table)", [solution(data)]);
}

/** The answers, as the page has them within its list or table. */
function solution(data: ExerciseData): string {
  switch (data.kind) {
    case "number":
      return data.boxes
        .map(({ label, answer }) => `<li>${label}: ${written(answer)}</li>`)
        .join("");
    case "points":
      return data.answer
        .map(({ label, x, y }) => `<li>${label}: (${written(x)}, ${written(y)})</li>`)
        .join("");
    case "matrix":
      return `<tbody>${data.answer
        .map((row) => `<tr>${row.map((entry) => `<td>${written(entry)}</td>`).join("")}</tr>`)
        .join("")}</tbody>`;
    default:
      return "";
  }
}
