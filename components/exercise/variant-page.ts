import type { ExerciseData } from "#src/course/exercise-schema.ts";
import { typesetWaiting } from "#src/course/variant-math.ts";
import type { VariantTemplate } from "#src/course/variant-template.ts";
import { fill } from "#src/grading/fill.ts";
import { mapTexts } from "#src/grading/map-texts.ts";
import type { Numbers } from "#src/grading/variant.ts";
import { answersHtml } from "./answers-html.ts";

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
  return mapTexts(fill(template, numbers), (text) =>
    typesetWaiting(text, renderMath),
  ) as VariantTexts;
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
  put("[data-part=answers]", [answersHtml(data, (label) => label)]);
}
