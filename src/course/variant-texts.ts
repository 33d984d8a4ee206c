import { fill } from "#src/grading/fill.ts";
import { mapTexts } from "#src/grading/map-texts.ts";
import type { Numbers } from "#src/grading/variant.ts";
import type { ExerciseData } from "./exercise-schema.ts";
import { typesetWaiting } from "./variant-math.ts";
import type { VariantTemplate } from "./variant-template.ts";

/** An exercise in certain numbers: its texts are HTML. */
export interface VariantTexts {
  readonly prompt: string;
  readonly data: ExerciseData;
}

/** Puts numbers into an exercise and sets its formulas. Mathematics loads with the first. */
export async function variantTexts(
  template: VariantTemplate,
  numbers: Numbers,
): Promise<VariantTexts> {
  const { renderMath } = await import("./math.ts");
  return mapTexts(fill(template, numbers), (text) =>
    typesetWaiting(text, renderMath),
  ) as VariantTexts;
}
