import type { CodeJob } from "#src/grading/code.ts";
import type { Varies } from "#src/grading/variant.ts";
import { codeJobOf } from "./code-job.ts";
import type { ExerciseData } from "./exercise-schema.ts";
import { feedbackOf } from "./exercise-spec.ts";
import { inlineMarkdown } from "./inline-markdown.ts";
import { type VariantTemplate, variantTemplate } from "./variant-template.ts";

/** What checking takes beyond that; loaded apart, so that a page can be read sooner. */
export interface Material {
  /** HTML of every feedback by its name, see `feedbackOf`. */
  readonly feedback: Readonly<Record<string, string>>;
  /** Of a code exercise. */
  readonly job?: Omit<CodeJob, "answer">;
  /** Of an exercise whose numbers can be drawn anew. */
  readonly variants?: { readonly varies: Varies; readonly template: VariantTemplate };
}

/**
 * What checking an exercise takes.
 *
 * @param prompt the question as written
 * @param sources the files beside the exercise: "heavy-ball/check.ts" → text
 * @throws Error when a code exercise lacks a file
 */
export function materialOf(
  id: string,
  data: ExerciseData,
  prompt: string,
  sources: Readonly<Record<string, string>>,
): Material {
  const feedback = Object.fromEntries(
    feedbackOf(data).map(([name, text]) => [name, inlineMarkdown(text)] as const),
  );
  if (data.varies)
    return { feedback, variants: { varies: data.varies, template: variantTemplate(data, prompt) } };
  if (data.kind !== "code") return { feedback };
  return { feedback, job: codeJobOf(id, data, sources) };
}
