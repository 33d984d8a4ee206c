import { getCollection } from "astro:content";

/** The files that a chapter has beside its page. */
export async function getStaticPaths() {
  const chapters = await getCollection("chapters");
  return chapters.map((entry) => ({ params: { chapter: entry.id }, props: { entry } }));
}
