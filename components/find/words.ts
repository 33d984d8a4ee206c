import { say, sayCount } from "#src/language/say.ts";

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
  const loading = whole ? "" : say(" The texts are still loading …");
  if (count === 0)
    return whole
      ? say("Nothing found for “{query}”. Try fewer words, or the beginning of one.", { query })
      : say("Nothing found in titles.{loading}", { loading });
  if (more) return say("The first {count} results.{loading}", { count, loading });
  return `${count} ${sayCount({ one: "result", other: "results" }, count)}.${loading}`;
}
