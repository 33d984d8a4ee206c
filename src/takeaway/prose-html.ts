import { renderProse } from "#components/scratch/render-prose.ts";

/** Prose of a notebook as HTML, as its page shows it. Only in a browser. */
export async function proseHtml(text: string): Promise<string> {
  const holder = document.createElement("div");
  holder.append(await renderProse(text));
  return holder.innerHTML;
}
