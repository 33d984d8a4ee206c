import { loadRenderers } from "astro:container";
import { type CollectionEntry, getEntry } from "astro:content";
import { getContainerRenderer } from "@astrojs/mdx/container-renderer";
import type { APIRoute } from "astro";
import { experimental_AstroContainer as AstroContainer } from "astro/container";
import Question from "#components/work/Question.astro";
import { extractExercises } from "#src/course/exercise-numbers.ts";
import { exerciseSources } from "#src/layouts/exercise-sources.ts";

export { getStaticPaths } from "#src/layouts/chapter-paths.ts";

/** HTML of what the exercises of a chapter ask, by their ids: loaded when a worksheet is printed. */
export const GET: APIRoute<{ readonly entry: CollectionEntry<"chapters"> }> = async ({ props }) => {
  const container = await AstroContainer.create({
    renderers: await loadRenderers([getContainerRenderer()]),
  });
  const entries = await Promise.all(
    extractExercises(props.entry.body ?? "").map((id) => getEntry("exercises", id)),
  );
  const questions = await Promise.all(
    entries.flatMap((entry) =>
      entry
        ? [
            container
              .renderToString(Question, { props: { entry, sources: exerciseSources } })
              .then((html) => [entry.id, html] as const),
          ]
        : [],
    ),
  );
  return new Response(JSON.stringify(Object.fromEntries(questions)), {
    headers: { "content-type": "application/json" },
  });
};
