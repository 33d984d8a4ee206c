/**
 * What is said of a search.
 *
 * @param whole whether all texts are there; `undefined` before anything is
 */
export function foundInWords(query: string, count: number, whole: boolean | undefined): string {
  if (whole === undefined) return "The index is loading …";
  if (query === "") return "";
  const loading = whole ? "" : " The texts are still loading …";
  if (count === 0)
    return whole
      ? `Nothing found for “${query}”. Try fewer words, or the beginning of one.`
      : `Nothing found in titles.${loading}`;
  return `${count} ${count === 1 ? "result" : "results"}.${loading}`;
}
