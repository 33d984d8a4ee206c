import { getCollection } from "astro:content";
import type { APIRoute } from "astro";
import { listing } from "#components/prose/listing.ts";
import { chapterOrder } from "#src/layouts/contents.ts";
import { plainChapter } from "#src/publishing/plain-chapter.ts";

export { getStaticPaths } from "#src/layouts/chapter-paths.ts";

/** A chapter in plain Markdown, for programs that read. */
export const GET: APIRoute = async ({ props }) => {
  const { id, body = "", data } = props.entry;
  const place = chapterOrder.find((chapter) => chapter.id === id)!;
  const works = new Map((await getCollection("references")).map(({ id, data }) => [id, data]));
  const exercises = new Map((await getCollection("exercises")).map((one) => [one.id, one]));
  const exercise = (of: string) => {
    const entry = exercises.get(of);
    if (!entry) throw new Error(`chapter "${id}": there is no exercise "${of}". Correct its id.`);
    return { title: entry.data.title, question: entry.body ?? "" };
  };
  const text = plainChapter({ ...place, ...data, body, works, exercise, listing });
  return new Response(text, { headers: { "content-type": "text/markdown; charset=utf-8" } });
};
