import type { VariantTexts } from "#src/course/variant-texts.ts";
import { answersHtml } from "./answers-html.ts";

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
