import { type CollectionEntry, getCollection } from "astro:content";

/** The worked notebooks, in the order of their files. */
export async function workedNotebooks(): Promise<readonly CollectionEntry<"notebooks">[]> {
  const notebooks = await getCollection("notebooks");
  return notebooks.sort((a, b) => (fileOf(a) < fileOf(b) ? -1 : 1));
}

/** The name of its file; a translated one lies in another folder. */
const fileOf = ({ filePath, id }: CollectionEntry<"notebooks">) =>
  filePath?.split("/").at(-1) ?? id;

/** The addresses of what lies beside the page of each. */
export async function notebookPaths() {
  const notebooks = await workedNotebooks();
  return notebooks.map((entry) => ({ params: { slug: entry.id }, props: { entry } }));
}
