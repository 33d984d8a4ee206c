import { gradeMatrix, type MatrixQuestion } from "#src/grading/matrix.ts";
import type { AnswerForm } from "./answer-form.ts";
import { markPart } from "./mark-part.ts";
import { textFields } from "./text-fields.ts";

/** A box for each entry, row after row. */
export function matrixForm(form: HTMLFormElement, first: MatrixQuestion): AnswerForm {
  let question = first;
  const inputs = [...form.querySelectorAll<HTMLInputElement>("input")];
  const texts = textFields(inputs);
  return {
    ...texts,
    ask(spec) {
      if (spec.kind === "matrix") question = spec;
    },
    grade: () => gradeMatrix(question, texts.read()),
    mark(parts) {
      inputs.forEach((input, index) => {
        const part = parts?.find((one) => one.index === index);
        markPart(input, input.parentElement?.querySelector("[data-mark]"), part);
      });
    },
  };
}
