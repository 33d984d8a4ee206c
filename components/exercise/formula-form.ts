import { type FormulaQuestion, gradeFormula } from "#src/grading/formula.ts";
import type { AnswerForm } from "./answer-form.ts";
import { mathsEntry } from "./maths-entry.ts";

/** One line for a formula typed as plain text, or written as mathematics and read to that text. */
export function formulaForm(form: HTMLFormElement, question: FormulaQuestion): AnswerForm {
  const input = form.querySelector<HTMLInputElement>("input");
  const names = question.variables.map(({ name }) => name);
  const maths = input ? mathsEntry(form, input, names) : undefined;
  const text = () => input?.value ?? "";
  return {
    read: text,
    write(answer) {
      if (!input || typeof answer !== "string") return;
      input.value = answer;
      maths?.follow();
    },
    grade() {
      const message = maths?.problem();
      return message === undefined
        ? gradeFormula(question, text())
        : { kind: "error", stage: "syntax", message };
    },
    mark(parts) {
      if (parts) input?.setAttribute("aria-invalid", "true");
      else input?.removeAttribute("aria-invalid");
      maths?.mark(parts !== undefined);
    },
  };
}
