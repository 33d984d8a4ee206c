import type { AnswerForm } from "./answer-form.ts";

/** Reads and fills boxes of text, one after another. */
export function textFields(
  inputs: readonly HTMLInputElement[],
): Pick<AnswerForm, "write"> & { readonly read: () => readonly string[] } {
  return {
    read: () => inputs.map(({ value }) => value),
    write(answer) {
      if (!Array.isArray(answer)) return;
      inputs.forEach((input, index) => {
        const text: unknown = answer[index];
        if (typeof text === "string") input.value = text;
      });
    },
  };
}
