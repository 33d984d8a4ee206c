import { z } from "astro/zod";

/** Front matter of a chapter. Number and address come from the file's name, title and part from contents.yml. */
export const chapterSchema = z.object({
  /** One sentence: what the chapter is about. Shown under the title and to search engines. */
  summary: z.string().min(20),
  /** What the reader will be able to do, one line each. */
  objectives: z.array(z.string()).min(3).max(5),
  /** Ids of the syllabus's items that the chapter covers. */
  covers: z.array(z.string()).default([]),
  /** Anchor of the figure or cell on the card that stands for the chapter elsewhere; default the first figure. */
  card: z.string().optional(),
});
