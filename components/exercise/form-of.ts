import type { Spec } from "#src/course/exercise-spec.ts";
import type { AnswerForm } from "./answer-form.ts";
import { choiceForm } from "./choice-form.ts";
import { codeForm } from "./code-form.ts";
import { formulaForm } from "./formula-form.ts";
import { matchForm } from "./match-form.ts";
import { matrixForm } from "./matrix-form.ts";
import { numberForm } from "./number-form.ts";
import { orderForm } from "./order-form.ts";
import { pointsForm } from "./points-form.ts";

/** The fields of an exercise by its kind, with what reads, writes and judges them. */
export function formOf(form: HTMLFormElement, spec: Spec, exercise: string): AnswerForm {
  switch (spec.kind) {
    case "number":
      return numberForm(form, spec.boxes);
    case "matrix":
      return matrixForm(form, spec);
    case "match":
      return matchForm(form, spec);
    case "points":
      return pointsForm(form, spec);
    case "choice":
      return choiceForm(form, spec.options);
    case "order":
      return orderForm(form, spec.count);
    case "formula":
      return formulaForm(form, spec);
    case "code":
      return codeForm(form, exercise);
  }
}
