import { escaped } from "./escaped.ts";

/**
 * A label as HTML. Where it is mathematics alone, a word that is heard and not seen stands before
 * it: not every screen reader makes a name of a formula.
 *
 * @param markdown makes a line of Markdown HTML
 */
export function namedLabel(text: string, word: string, markdown: (text: string) => string): string {
  const html = markdown(text);
  const hasWords = /\p{L}{2}/u.test(text.replace(/\$[^$]*\$/g, ""));
  return hasWords ? html : `<span class="exercise-unseen">${escaped(word)} </span>${html}`;
}
