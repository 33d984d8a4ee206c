import { gradeMatch, type MatchQuestion } from "#src/grading/match.ts";
import type { AnswerForm } from "./answer-form.ts";
import { markPart } from "./mark-part.ts";

/** A list to choose from for each row. */
export function matchForm(form: HTMLFormElement, question: MatchQuestion): AnswerForm {
  const selects = [...form.querySelectorAll<HTMLSelectElement>("select")];
  const chosen = () => selects.map(({ value }) => Number(value));
  return {
    read: chosen,
    write(answer) {
      if (!Array.isArray(answer)) return;
      selects.forEach((select, row) => {
        const option: unknown = answer[row];
        const exists = [...select.options].some(({ value }) => value === String(option));
        if (exists) select.value = String(option);
      });
    },
    grade: () => gradeMatch(question, chosen()),
    mark(parts) {
      selects.forEach((select, row) => {
        const part = parts?.find((one) => one.index === row);
        markPart(select, select.parentElement?.querySelector("[data-mark]"), part);
      });
    },
  };
}
