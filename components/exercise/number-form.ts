import { gradeNumbers, type NumberBox } from "#src/grading/number.ts";
import type { AnswerForm } from "./answer-form.ts";
import { markPart } from "./mark-part.ts";
import { textFields } from "./text-fields.ts";

/** One or several boxes for numbers. */
export function numberForm(form: HTMLFormElement, first: readonly NumberBox[]): AnswerForm {
  let boxes = first;
  const inputs = [...form.querySelectorAll<HTMLInputElement>("input")];
  const texts = textFields(inputs);
  return {
    ...texts,
    ask(spec) {
      if (spec.kind === "number") boxes = spec.boxes;
    },
    grade: () => gradeNumbers(boxes, texts.read()),
    mark(parts) {
      inputs.forEach((input, index) => {
        const part = parts?.find((one) => one.index === index);
        const sign = boxes.length > 1 ? input.closest("label")?.querySelector("[data-mark]") : null;
        markPart(input, sign, part);
      });
    },
  };
}
