import { z } from "astro/zod";
import { parse } from "yaml";

const chapter = z.object({
  number: z.number().int().positive(),
  id: z.string().regex(/^[a-z-]+$/),
  title: z.string(),
});
const parts = z.array(z.object({ part: z.string(), chapters: z.array(chapter).min(1) }));

/** A chapter as the table of contents names it. */
export type ChapterEntry = z.infer<typeof chapter>;
/** A part of the book with its chapters. */
export type Part = z.infer<typeof parts>[number];

/**
 * Reads contents.yml.
 *
 * @throws Error naming the entry that is malformed, out of order or twice there
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
  return read.data;
}
