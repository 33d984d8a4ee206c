import { escapeHtml } from "./escape-html.ts";

/** Prose of a notebook as HTML. */
export async function proseHtml(text: string): Promise<string> {
  return `<p>${escapeHtml(text)}</p>`;
}
