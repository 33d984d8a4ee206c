import { fill } from "#src/grading/fill.ts";
import { mapTexts } from "#src/grading/map-texts.ts";
import {
  bookNumbers,
  type Numbers,
  readCode,
  type Varies,
  variantNumbers,
} from "#src/grading/variant.ts";
import type { ExerciseData } from "./exercise-schema.ts";
import { typesetWaiting } from "./variant-math.ts";
import type { VariantTemplate } from "./variant-template.ts";

/** An exercise in certain numbers: its texts are HTML. */
export interface VariantTexts {
  readonly prompt: string;
  readonly data: ExerciseData;
}

/** An exercise in the numbers of a code, without one in those of the book; or what is wrong with the code. */
export async function textsFor(
  exercise: string,
  { varies, template }: { readonly varies: Varies; readonly template: VariantTemplate },
  code: string | undefined,
): Promise<VariantTexts | { readonly problem: string }> {
  if (code === undefined) return variantTexts(template, bookNumbers(varies));
  const read = readCode(code, varies);
  return "problem" in read
    ? read
    : variantTexts(template, variantNumbers(exercise, varies, read.code));
}

/** Puts numbers into an exercise and sets its formulas. Mathematics loads with the first. */
async function variantTexts(template: VariantTemplate, numbers: Numbers): Promise<VariantTexts> {
  const { renderMath } = await import("./math.ts");
  return mapTexts(fill(template, numbers), (text) =>
    typesetWaiting(text, renderMath),
  ) as VariantTexts;
}
