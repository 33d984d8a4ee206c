import { say, sayCount } from "#src/language/say.ts";
import { sentences } from "#src/language/sentences.ts";

/**
 * What is said of a search.
 *
 * @param count how many results are shown
 * @param whole whether all texts are there; `undefined` before anything is
 * @param more whether there are results that are not shown
 */
export function foundInWords(
  query: string,
  count: number,
  whole: boolean | undefined,
  more = false,
): string {
  if (whole === undefined) return say("The index is loading …");
  if (query === "") return "";
  const loading = !whole && say("The texts are still loading …");
  if (count === 0)
    return whole
      ? say("Nothing found for “{query}”. Try fewer words, or the beginning of one.", { query })
      : sentences(say("Nothing found in titles."), loading);
  if (more) return sentences(say("The first {count} results.", { count }), loading);
  return sentences(sayCount({ one: "{count} result.", other: "{count} results." }, count), loading);
}
