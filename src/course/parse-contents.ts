import { z } from "astro/zod";
import { parse } from "yaml";

const chapter = z.object({
  number: z.number().int().positive(),
  id: z.string().regex(/^[a-z-]+$/),
  title: z.string(),
  /** The title where there is little room. */
  short: z.string(),
  /** Ids of chapters to know first. */
  needs: z.array(z.string()).default([]),
  /** Keys of glossary.yml: the main concepts that it teaches. */
  concepts: z.array(z.string()).default([]),
});
const parts = z.array(z.object({ part: z.string(), chapters: z.array(chapter).min(1) }));

/** A chapter as the table of contents names it. */
export type ChapterEntry = z.infer<typeof chapter>;
/** A part of the book with its chapters. */
export type Part = z.infer<typeof parts>[number];

/**
 * Reads contents.yml.
 *
 * @throws Error naming the entry that is malformed, out of order, twice there or needed too early
 */
export function parseContents(yaml: string): readonly Part[] {
  const read = parts.safeParse(parse(yaml));
  if (!read.success) throw new Error(`contents.yml: ${z.prettifyError(read.error)}`);
  const chapters = read.data.flatMap((entry) => entry.chapters);
  chapters.forEach(({ number, id }, index) => {
    if (number !== index + 1) {
      throw new Error(
        `contents.yml: chapters are numbered 1, 2, 3 …; "${id}" should be ${index + 1}, got ${number}.`,
      );
    }
    if (chapters.findIndex((other) => other.id === id) !== index) {
      throw new Error(
        `contents.yml: the id "${id}" is there twice. Ids are addresses and must differ.`,
      );
    }
  });
  for (const { id, needs } of chapters) {
    for (const need of needs) {
      // Earlier chapters only: so nothing can need itself, on whatever way round.
      const place = chapters.findIndex((other) => other.id === need);
      if (place < 0 || place >= chapters.findIndex((other) => other.id === id)) {
        throw new Error(
          `contents.yml: "${id}" needs "${need}", which is no earlier chapter. Correct the id or the order.`,
        );
      }
    }
  }
  return read.data;
}
