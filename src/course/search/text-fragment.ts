import { isWanted, sentenceOf } from "./excerpt.ts";

/** So many words say which place is meant. */
const WORDS = 6;
/** Words that stand on the page as in the text: no formula, no quotation mark, no single letter. */
const PLAIN = /^[A-Za-z]{2,}(?:-[A-Za-z]+)*[,;]?$|^a$/;

/**
 * What an address has after its anchor to lead to the words that were found, and to have the browser
 * mark them there (a text fragment); empty where nothing that was found stands among plain words.
 *
 * @param terms words of the index, as a hit names them
 */
export function textFragment(text: string, terms: readonly string[]): string {
  const wanted = new Set(terms);
  const words = sentenceOf(text, wanted).split(" ");
  const hit = words.findIndex((word) => PLAIN.test(word) && isWanted(word, wanted));
  if (hit < 0) return "";
  let from = hit;
  let to = hit + 1;
  while (to - from < WORDS && PLAIN.test(words[to] ?? "")) to++;
  while (to - from < WORDS && PLAIN.test(words[from - 1] ?? "")) from--;
  const phrase = words.slice(from, to).join(" ").replace(/[,;]$/, "");
  return `:~:text=${encodeURIComponent(phrase).replaceAll("-", "%2D")}`;
}
