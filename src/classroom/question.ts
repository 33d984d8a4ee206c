import type { ExerciseData } from "#src/course/exercise-schema.ts";
import { feedbackOf, type Spec, specOf } from "#src/course/exercise-spec.ts";
import type { VariantTemplate } from "#src/course/variant-template.ts";
import { textsFor } from "#src/course/variant-texts.ts";
import type { CodeJob } from "#src/grading/code.ts";
import type { Varies } from "#src/grading/variant.ts";

/** An exercise as the classroom grades it: plain data, in the numbers of the book. */
export interface Question {
  readonly id: string;
  /** The chapter it stands in, by its address; "" for one of the teacher's own. */
  readonly chapter: string;
  /** HTML of a line. */
  readonly title: string;
  readonly spec: Spec;
  /** HTML of every feedback by its name, see `feedbackOf`. */
  readonly feedback: Readonly<Record<string, string>>;
  /** What checking an answer in code takes. */
  readonly job?: Omit<CodeJob, "answer">;
  /** Where the numbers can be drawn anew. */
  readonly variants?: { readonly varies: Varies; readonly template: VariantTemplate };
}

/** What an answer is compared with, and what is said of it. */
export type Asked = Pick<Question, "spec" | "feedback" | "job">;

/** What the classroom grades with, of an exercise as its author wrote it. */
export function questionOf(
  id: string,
  chapter: string,
  title: string,
  data: ExerciseData,
  material: Pick<Question, "feedback" | "job" | "variants">,
): Question {
  return { id, chapter, title, spec: specOf(data), ...material };
}

/** Edition of the numbers of a question; 1 where they do not vary. */
export function editionOf({ variants }: Pick<Question, "variants">): number {
  return variants?.varies.edition ?? 1;
}

/**
 * A question in the numbers of a code, or what is wrong with the code. A question whose numbers do
 * not vary is the same for every code.
 *
 * @param code nothing for the numbers of the book
 */
export async function inNumbers(
  question: Question,
  code: string | undefined,
): Promise<{ readonly asked: Asked } | { readonly problem: string }> {
  const { id, variants } = question;
  if (code === undefined || !variants) return { asked: question };
  const texts = await textsFor(id, variants, code);
  if ("problem" in texts) return texts;
  const { data } = texts;
  return { asked: { spec: specOf(data), feedback: Object.fromEntries(feedbackOf(data)) } };
}
