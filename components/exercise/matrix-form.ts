import { gradeMatrix, type MatrixQuestion } from "#src/grading/matrix.ts";
import type { AnswerForm } from "./answer-form.ts";
import { markPart } from "./mark-part.ts";

/** A box for each entry, row after row. */
export function matrixForm(form: HTMLFormElement, question: MatrixQuestion): AnswerForm {
  const inputs = [...form.querySelectorAll<HTMLInputElement>("input")];
  const texts = () => inputs.map(({ value }) => value);
  return {
    read: texts,
    write(answer) {
      if (!Array.isArray(answer)) return;
      inputs.forEach((input, index) => {
        const text: unknown = answer[index];
        if (typeof text === "string") input.value = text;
      });
    },
    grade: () => gradeMatrix(question, texts()),
    mark(parts) {
      inputs.forEach((input, index) => {
        const part = parts?.find((one) => one.index === index);
        markPart(input, input.parentElement?.querySelector("[data-mark]"), part);
      });
    },
  };
}
