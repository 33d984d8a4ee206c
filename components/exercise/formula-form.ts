import { type FormulaQuestion, gradeFormula } from "#src/grading/formula.ts";
import type { AnswerForm } from "./answer-form.ts";

/** One line for a formula typed as plain text. */
export function formulaForm(form: HTMLFormElement, question: FormulaQuestion): AnswerForm {
  const input = form.querySelector<HTMLInputElement>("input");
  const text = () => input?.value ?? "";
  return {
    read: text,
    write(answer) {
      if (input && typeof answer === "string") input.value = answer;
    },
    grade: () => gradeFormula(question, text()),
    mark(parts) {
      if (parts) input?.setAttribute("aria-invalid", "true");
      else input?.removeAttribute("aria-invalid");
    },
  };
}
