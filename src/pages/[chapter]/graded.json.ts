import { type CollectionEntry, getEntry } from "astro:content";
import type { APIRoute } from "astro";
import type { Question } from "#src/classroom/question.ts";
import { extractExercises } from "#src/course/exercise-numbers.ts";
import { specOf } from "#src/course/exercise-spec.ts";
import { inlineMarkdown } from "#src/course/inline-markdown.ts";

export { getStaticPaths } from "#src/layouts/chapter-paths.ts";

/**
 * What grading the exercises of a chapter takes beside `exercises.json`, by their ids: loaded by the
 * teacher's table, which has no page of the chapter to read it from.
 */
export const GET: APIRoute<{ readonly entry: CollectionEntry<"chapters"> }> = async ({ props }) => {
  const ids = extractExercises(props.entry.body ?? "");
  const entries = await Promise.all(ids.map((id) => getEntry("exercises", id)));
  const graded = entries.flatMap((entry) => {
    if (!entry) return [];
    const question: Pick<Question, "title" | "spec"> = {
      title: inlineMarkdown(entry.data.title),
      spec: specOf(entry.data),
    };
    return [[entry.id, question] as const];
  });
  return new Response(JSON.stringify(Object.fromEntries(graded)), {
    headers: { "content-type": "application/json" },
  });
};
