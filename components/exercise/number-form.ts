import { gradeNumbers, type NumberBox } from "#src/grading/number.ts";
import type { AnswerForm } from "./answer-form.ts";
import { markPart } from "./mark-part.ts";

/** One or several boxes for numbers. */
export function numberForm(form: HTMLFormElement, boxes: readonly NumberBox[]): AnswerForm {
  const inputs = [...form.querySelectorAll<HTMLInputElement>("input")];
  return {
    read: () => inputs.map(({ value }) => value),
    write(answer) {
      if (!Array.isArray(answer)) return;
      inputs.forEach((input, index) => {
        const text: unknown = answer[index];
        if (typeof text === "string") input.value = text;
      });
    },
    grade: () =>
      gradeNumbers(
        boxes,
        inputs.map(({ value }) => value),
      ),
    mark(parts) {
      inputs.forEach((input, index) => {
        const part = parts?.find((one) => one.index === index);
        const sign = boxes.length > 1 ? input.closest("label")?.querySelector("[data-mark]") : null;
        markPart(input, sign, part);
      });
    },
  };
}
