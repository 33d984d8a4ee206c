import { z } from "astro/zod";

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
  if (names.length === 2) return `${first} and ${second} ${year}`;
  return `${first} et al. ${year}`;
}
