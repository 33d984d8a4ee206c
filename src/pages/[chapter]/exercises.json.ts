import { type CollectionEntry, getEntry } from "astro:content";
import type { APIRoute } from "astro";
import { materialOf } from "#src/course/exercise-material.ts";
import { extractExercises } from "#src/course/exercise-numbers.ts";
import { exerciseSources } from "#src/layouts/exercise-sources.ts";

export { getStaticPaths } from "#src/layouts/chapter-paths.ts";

/** What checking the exercises of a chapter takes, by their ids: the page loads it when idle. */
export const GET: APIRoute<{ readonly entry: CollectionEntry<"chapters"> }> = async ({ props }) => {
  const ids = extractExercises(props.entry.body ?? "");
  const exercises = await Promise.all(ids.map((id) => getEntry("exercises", id)));
  const material = exercises.flatMap((one) =>
    one ? [[one.id, materialOf(one.id, one.data, one.body ?? "", exerciseSources)] as const] : [],
  );
  return new Response(JSON.stringify(Object.fromEntries(material)), {
    headers: { "content-type": "application/json" },
  });
};
