import { gradeChoice, type Option } from "#src/grading/choice.ts";
import type { AnswerForm } from "./answer-form.ts";

/** Radio buttons or check boxes. */
export function choiceForm(form: HTMLFormElement, options: readonly Option[]): AnswerForm {
  const inputs = [...form.querySelectorAll<HTMLInputElement>("input")];
  const chosen = () => inputs.flatMap((input, index) => (input.checked ? [index] : []));
  return {
    read: chosen,
    write(answer) {
      if (!Array.isArray(answer)) return;
      const indices: readonly unknown[] = answer;
      inputs.forEach((input, index) => {
        input.checked = indices.includes(index);
      });
    },
    grade: () => gradeChoice(options, chosen()),
    mark: () => {},
  };
}
