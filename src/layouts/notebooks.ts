import { type CollectionEntry, getCollection } from "astro:content";

/** The worked notebooks, in the order of their files. */
export async function workedNotebooks(): Promise<readonly CollectionEntry<"notebooks">[]> {
  const notebooks = await getCollection("notebooks");
  return notebooks.sort((a, b) => ((a.filePath ?? a.id) < (b.filePath ?? b.id) ? -1 : 1));
}

/** The addresses of what lies beside the page of each. */
export async function notebookPaths() {
  const notebooks = await workedNotebooks();
  return notebooks.map((entry) => ({ params: { slug: entry.id }, props: { entry } }));
}
