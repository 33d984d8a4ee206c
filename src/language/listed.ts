import { LOCALE } from "./edition.ts";

/**
 * Items as the language of the edition lists them: "a, b and c".
 *
 * @param type with "disjunction" it is "a, b or c"
 */
export function listed(
  items: readonly string[],
  type: "conjunction" | "disjunction" = "conjunction",
): string {
  return new Intl.ListFormat(LOCALE, { type }).format(items);
}
