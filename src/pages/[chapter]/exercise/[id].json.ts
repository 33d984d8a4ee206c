import { loadRenderers } from "astro:container";
import { getContainerRenderer } from "@astrojs/mdx/container-renderer";
import type { APIRoute } from "astro";
import { experimental_AstroContainer as AstroContainer } from "astro/container";
import Exercise from "#components/exercise/Exercise.astro";
import { bookText } from "#src/layouts/book-text.ts";
import { exerciseIndex } from "#src/layouts/exercise-index.ts";
import { exerciseSources } from "#src/layouts/exercise-sources.ts";

/** A module of the component by its file in the source, which no site has; the page has its own. */
const SCRIPT = /<script type="module"[^>]*\?astro&[^>]*><\/script>/g;

interface Props {
  readonly number: number;
  readonly exercises: readonly string[];
}

export async function getStaticPaths() {
  return (await exerciseIndex()).flatMap(({ id: chapter, number, exercises }) => {
    const props: Props = { number, exercises: exercises.map(({ id }) => id) };
    return exercises.map(({ id }) => ({ params: { chapter, id }, props }));
  });
}

/** HTML of one exercise as it stands in its chapter: loaded by a page that sets it elsewhere. */
export const GET: APIRoute<Props> = async ({ params, props }) => {
  const container = await AstroContainer.create({
    renderers: await loadRenderers([getContainerRenderer()]),
  });
  const html = await container.renderToString(Exercise, {
    props: { id: params["id"] },
    locals: {
      items: [],
      chapter: props.number,
      exercises: props.exercises,
      exerciseSources,
      places: new Set(),
      bookText,
    },
  });
  return new Response(JSON.stringify({ html: html.replace(SCRIPT, "") }), {
    headers: { "content-type": "application/json" },
  });
};
