import { z } from "astro/zod";
import { say } from "#src/language/say.ts";

/** A work cited in the book. */
export const referenceSchema = z.object({
  authors: z.string(),
  year: z.number().int(),
  title: z.string(),
  venue: z.string(),
  url: z.url().optional(),
});

export type Reference = z.infer<typeof referenceSchema>;

/** "Goh 2017", "Flammarion and Bach 2015", "Lessard et al. 2016": how the text names a work. */
export function shortCitation({ authors, year }: Pick<Reference, "authors" | "year">): string {
  const names = authors
    .split(/\.,?\s*/)
    .map((part) => part.split(",")[0]?.trim() ?? "")
    .filter((name) => name.length > 1);
  const [first = authors, second] = names;
  if (names.length === 1) return `${first} ${year}`;
  if (names.length === 2) return say("{first} and {second} {year}", { first, second, year });
  return say("{first} et al. {year}", { first, year });
}
